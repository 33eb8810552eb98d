"""Help, accessibility and privacy: the pages of the footer."""
