"""Desks and organisations: where they are, when they are open, which is nearest."""
