"""Where counters, language preferences and the content folder live."""
