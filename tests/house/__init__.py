"""Rules about the code itself. Each test names every place that breaks its rule, by file and line."""
