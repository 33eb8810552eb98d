"""Words in: text becomes questions, pasted cells become tables. Pure."""
