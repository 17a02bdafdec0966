"""Ray-traced scenes: training pairs, the plate bank and our own example photos.

Needs the extra `scenes` (Blender as a module). Importing this package loads nothing of it; see README.md.
"""
