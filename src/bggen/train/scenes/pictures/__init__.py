"""The sorts of pictures, each taken from a number or a name; views of the surroundings; `--stop-at`."""
