"""Files to words."""
