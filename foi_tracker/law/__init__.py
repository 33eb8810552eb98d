"""The Acts as pure functions and data: standard library only."""
