"""Blender as a studio, and a scene put up in it: its light, its camera, a set of the catalogue."""
