"""The same conversations in any browser."""
