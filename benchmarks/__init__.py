"""Measures that print a table: what is fast, and what is right how often."""
