"""What tells a product from a plain backdrop: a model of it, evidence against it, doubts about the answer."""
