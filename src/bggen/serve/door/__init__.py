"""Who comes in: connections, keys, rates, and room in the queue."""
