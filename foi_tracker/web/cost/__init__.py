"""What a request would cost to answer, against the limit of section 12, and section 14."""
