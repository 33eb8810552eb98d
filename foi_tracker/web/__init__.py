"""Flask lives here: one folder for each of an officer's tasks."""
