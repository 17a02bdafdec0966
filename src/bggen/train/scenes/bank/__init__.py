"""What becomes of rendered plates: into the package's bank, with their light measured. Needs no Blender."""
