"""What a run remembers for the next: the journal, who painted, what people decided, why a picture is old."""
