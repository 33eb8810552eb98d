"""Figures: how many came, how many were answered in time."""
