"""Measurements: each prints both sides of one run and their ratio."""
