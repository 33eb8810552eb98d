"""Lines that an officer keeps for their own answers."""
