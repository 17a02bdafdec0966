"""Landscapes far behind the table, painted as light, and what they are painted with."""
