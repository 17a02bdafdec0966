"""What everything is made of: colours, shader nodes, materials, surfaces by name, and meshes."""
