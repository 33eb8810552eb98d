"""What the law expects, in words: no application and no database."""
