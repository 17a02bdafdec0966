"""Where photos come from and pictures go: folders and stores, names that are safe there, what has changed."""
