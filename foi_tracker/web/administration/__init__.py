"""An authority's settings: what its letters say every time, and how its cases run."""
