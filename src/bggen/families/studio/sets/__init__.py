"""The empty sets: which there are, which a prompt asks for, and one brought to a canvas."""
