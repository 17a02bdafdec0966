"""The same items on a Ray cluster."""
