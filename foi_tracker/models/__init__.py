"""Typed tables, one file an aggregate; no queries."""
