"""How the studio model is made: data, text tower, autoencoder, denoiser and settle network.

`python -m bggen.train --help` lists the steps. Nothing outside this package imports it.
"""
