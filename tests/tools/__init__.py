"""Tests of what makes files of the repository."""
