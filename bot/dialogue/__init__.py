"""The conversation as a pure function."""
