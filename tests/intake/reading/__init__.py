"""Tests of the reading of letters that somebody else wrote."""
