"""What is shown: random products, carefully modelled ones, those that lie flat, and the user's own files."""
