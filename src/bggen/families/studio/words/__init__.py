"""What a prompt says: a scene's words in five languages, and what a product is called."""
