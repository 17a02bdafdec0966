"""Model families: one file each, every one turns scenes into paintings through `spec.Painter`."""
