"""The foi-tracker command."""
