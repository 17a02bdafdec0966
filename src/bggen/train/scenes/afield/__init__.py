"""Places out of doors that a camera looks down on: ground to the picture's top, the feet of things."""
