"""Signing in, and carrying over what somebody had typed when their session ended."""
