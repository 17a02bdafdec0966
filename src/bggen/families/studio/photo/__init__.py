"""What a product's outline tells: whether it lies, and from how high it was photographed."""
