"""The sample installation: its data, and what works it through the casework."""
