"""Tests of what was learned from labelled requests."""
