"""The measures."""
