"""The tests mirror the package. `tests.house` holds the rules about the code itself."""
