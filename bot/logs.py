"""Logs for operators: no token, and nothing of what people write, whatever the level."""

import json
import logging
import re
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import TextIO

from bot.errors import WegwijsError

_TOKEN = re.compile(r"[0-9]{3,20}(?::|%3A)[A-Za-z0-9_-]{20,80}", re.IGNORECASE)
_DEGREES = re.compile(r"(?<!\d)(?<!\d\.)[+-]?\d{1,3}[.,]\d{3,}(?!\.?\d)")
"""Latitude or longitude fine enough to find a street; nothing else that is logged has so many decimals."""
_OPEN = ("bot", "uvicorn")
"""Whose words are shown: our own, and the web server's on its start and stop (its access log is off)."""

Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def configure_logs(level: str, form: str, stream: TextIO | None = None) -> None:
    """Send all logs to one stream, stderr by default, in the form "console" or "json".

    `level` is ours alone. Libraries stay at warnings: at their other levels they print addresses with the token,
    parameters and updates.
    """
    place = logging.StreamHandler(stream or sys.stderr)
    place.setFormatter(JsonLines() if form == "json" else ConsoleLines())
    place.addFilter(hide_personal)
    root = logging.getLogger()
    for former in list(root.handlers):
        root.removeHandler(former)
    root.addHandler(place)
    root.setLevel(logging.WARNING)
    logging.getLogger("bot").setLevel(level.upper())
    for name in ("httpx", "httpcore", "telegram", "aiosqlite", "asyncio"):
        logging.getLogger(name).setLevel(logging.WARNING)


def hide_personal(record: logging.LogRecord) -> bool:
    """Take tokens out of a record, and all words out of one that a library wrote about data it was given."""
    if record.name.partition(".")[0] in _OPEN:
        record.msg, record.args = redact(record.getMessage()), ()
    else:
        record.msg, record.args = "Its words are not shown: they may hold what people wrote.", ()
    record.stack_info = None
    return True


def redact(text: str) -> str:
    """Return the text without bot tokens, also as they stand in addresses, and without coordinates."""
    return _DEGREES.sub("<number>", _TOKEN.sub("<token>", text))


def describe_fault(fault: BaseException) -> str:
    """Return the kind of an exception and where it came from; its words only where they are ours."""
    frames = traceback.extract_tb(fault.__traceback__)
    lines = [f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}' for frame in frames]
    words = f": {fault}" if isinstance(fault, WegwijsError | OSError) else ""
    before = fault.__cause__ or fault.__context__
    causes = [describe_fault(before), "which led to"] if before else []
    return redact("\n".join([*causes, *lines, f"{type(fault).__qualname__}{words}"]))


class ConsoleLines(logging.Formatter):
    """One line a record, for people."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%H:%M:%S")

    def formatException(self, ei: Fault) -> str:  # noqa: N802 - the name is logging's
        """Return an exception without its words."""
        return describe_fault(ei[1]) if ei[1] else ""


class JsonLines(ConsoleLines):
    """One JSON object a record, for programs that gather logs."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as a line of JSON."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"time": moment, "level": record.levelname.lower(), "logger": record.name}
        line["message"] = record.getMessage()
        if record.exc_info:
            line["fault"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)
