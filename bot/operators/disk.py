"""The disk on which the database lies: how much room is left, and whether the file is still the same."""

import shutil
from dataclasses import dataclass
from pathlib import Path

LEAST_SHARE = 0.05
LEAST_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class Disk:
    """Bytes free, bytes in all, and which file lies in the database's place (None: none, or none that can be seen)."""

    free: int
    total: int
    file: tuple[int, int] | None

    @property
    def is_tight(self) -> bool:
        """Whether less than a twentieth, or less than 200 MB, is free."""
        return self.free < max(self.total * LEAST_SHARE, LEAST_BYTES)


def look_at(database: Path) -> Disk:
    """Return what there is to see of the disk of a database.

    Raises:
        OSError: the folder cannot be looked at.
    """
    usage = shutil.disk_usage(database.absolute().parent)
    try:
        found = database.stat()
    except OSError:
        return Disk(usage.free, usage.total, None)
    return Disk(usage.free, usage.total, (found.st_dev, found.st_ino))
