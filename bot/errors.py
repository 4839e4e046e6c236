"""Every error of the program, as one tree.

WegwijsError
├── SettingsError               settings cannot be used; the exit code is 2
├── ContentUnreadableError      the content folder cannot be read; the exit code is 2
├── ContentFaultyError          the content has errors; the exit code is 1
├── RevisionUnreadableError     earlier content cannot be had from git; the exit code is 2
├── ReviewRefusedError          a review cannot be printed or recorded; the exit code is 2
├── TranslationRefusedError     a translation cannot be reviewed, corrected or taken; the exit code is 2
├── RecordingRefusedError       a recording cannot be taken; the exit code is 2
├── StorageError                the database cannot be opened or written; the exit code is 5
├── TokenRefusedError           Telegram does not know the token; the exit code is 3
└── SecondPollerError           another program reads this bot's updates; the exit code is 4
"""


class WegwijsError(Exception):
    """Anything that ends a command with one clear line; `exit_code` is the command's."""

    exit_code = 1


class SettingsError(WegwijsError):
    """Settings cannot be used; the message has a line for each, with the mend."""

    exit_code = 2


class ContentUnreadableError(WegwijsError):
    """The content folder, or a file in it, cannot be read from disk."""

    exit_code = 2


class ContentFaultyError(WegwijsError):
    """The content has errors, so it must not reach a reader; the message lists them."""


class RevisionUnreadableError(WegwijsError):
    """Earlier content cannot be had from git; the message says why and what to do."""

    exit_code = 2


class ReviewRefusedError(WegwijsError):
    """A sheet cannot be printed, or what came back cannot be recorded; nothing was written."""

    exit_code = 2


class TranslationRefusedError(WegwijsError):
    """A translation cannot be reviewed, corrected, exported or taken; nothing was written."""

    exit_code = 2


class RecordingRefusedError(WegwijsError):
    """A recording cannot be taken, or there is nothing to read; nothing was written."""

    exit_code = 2


class StorageError(WegwijsError):
    """The database cannot be opened, read or written."""

    exit_code = 5


class TokenRefusedError(WegwijsError):
    """Telegram does not know the bot's token."""

    exit_code = 3


class SecondPollerError(WegwijsError):
    """Another program has been reading this bot's updates for a minute."""

    exit_code = 4
