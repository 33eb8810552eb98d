"""The page of one request, tab by tab: its questions, what was said, its clock, its history."""
