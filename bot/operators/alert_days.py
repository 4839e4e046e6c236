"""Of which cause operators were last told on which day, in a small file beside the database."""

import contextlib
import json
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bot.ports import Cause


def alert_file(database: Path) -> Path:
    """Return where the days are kept."""
    return database.with_name(f"{database.name}.alerts")


def read_days(file: Path) -> dict[Cause, date]:
    """Return the days; none if they cannot be read: then operators are told once more."""
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
        return {Cause(cause): date.fromisoformat(day) for cause, day in held.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def write_days(file: Path, days: Mapping[Cause, date]) -> None:
    """Keep the days, whole or not at all; a disk that is full costs a repeated alert, nothing else."""
    draft = file.with_name(f"{file.name}.draft")
    with contextlib.suppress(OSError):
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            json.dump({cause.value: day.isoformat() for cause, day in days.items()}, stream)
        draft.replace(file)
