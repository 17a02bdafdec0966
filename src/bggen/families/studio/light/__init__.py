"""Light on the ground that a product stands on, measured or guessed, and what the product takes from it."""
