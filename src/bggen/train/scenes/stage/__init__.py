"""What a product stands on and before: floor, wall, podium, cloth, grass; lamps, and what throws shadows."""
