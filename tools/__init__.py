"""What makes files of the repository; nothing of it runs with the bot."""
