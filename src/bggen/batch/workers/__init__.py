"""What worker processes do, one photo a step, and how they are kept, fed and ended."""
