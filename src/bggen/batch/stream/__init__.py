"""A run under way: photos, batches for the device, pictures, and what becomes of each."""
