"""A product's edge: its contour to a fraction of a pixel, how much of a pixel is product, clean colours."""
