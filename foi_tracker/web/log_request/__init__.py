"""Log a request: its words, when and how it came, from whom, under which law."""
