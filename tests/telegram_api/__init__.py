"""A strict stand-in for Telegram's Bot API, and persons who talk to the bot through it."""
