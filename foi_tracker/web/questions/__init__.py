"""The questions of a request: confirmed first, then answered one by one."""
