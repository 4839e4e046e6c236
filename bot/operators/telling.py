"""Telling operators: a line in the log."""

import logging

from bot.ports import News

log = logging.getLogger(__name__)


class LogLines:
    """Keeps the contract of `bot.ports.Operators` with the log alone: an error if it is urgent, else a warning."""

    def tell(self, news: News) -> None:
        """Write one record."""
        log.log(logging.ERROR if news.is_urgent else logging.WARNING, "%s", news.sentence)
