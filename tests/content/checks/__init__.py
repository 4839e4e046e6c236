"""Tests of the checks: each fault planted in a content that has none."""
