"""How the diffusion model learns: autoencoder, words, denoiser, and the few steps that it ships with."""
