"""The files that go with a letter, and the second look at each."""
