"""What stands beside the product, and where it may: of every day, of the seasons, small things."""
