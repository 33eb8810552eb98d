"""The standard paragraphs of an authority's letters: read, changed, and taken back to the default."""
