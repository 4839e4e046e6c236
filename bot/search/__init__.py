"""Typed words lead to steps and areas."""
