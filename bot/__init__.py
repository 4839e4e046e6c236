"""Wegwijs: factual information for people without secure residence in Belgium."""
