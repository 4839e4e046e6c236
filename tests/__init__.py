"""All tests; they mirror bot/ folder by folder."""
