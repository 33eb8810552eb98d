"""Check letters that somebody else wrote. Nothing is kept unless it is asked for."""
