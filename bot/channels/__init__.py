"""Where people talk with the bot."""
