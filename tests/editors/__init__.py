"""Tests of bot.editors."""
