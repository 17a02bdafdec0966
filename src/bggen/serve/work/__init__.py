"""From an order to pictures: CPU processes, the process that owns the model, and an eye on both."""
