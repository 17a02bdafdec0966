"""Rooms far behind the table, out of focus, and what they are furnished with."""
