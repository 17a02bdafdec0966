"""How the studio model is made: data, text tower, autoencoder, denoiser and the guess at a picture's light.

`python -m bggen.train --help` lists the steps. Nothing outside this package imports it.
"""
