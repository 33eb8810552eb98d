"""Words in: letters split into questions, labels, pasted tables."""
