"""Other people: third parties consulted, national referral, the same request at sister bodies."""
