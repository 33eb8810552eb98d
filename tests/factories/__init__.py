"""What tests are made of, one file a noun. A factory adds and flushes; whoever calls it commits."""
