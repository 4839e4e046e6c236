"""Telegram: updates in, one living message out, by long polling or by webhook."""
