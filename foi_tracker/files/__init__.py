"""Where bytes are kept, by their SHA-256 and authority."""
