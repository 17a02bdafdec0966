"""How the networks learn that look at photos and backdrops, and on what."""
