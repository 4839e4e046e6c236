"""A file is replaced in one step: whoever reads it gets the old bytes or the new ones, never a half of them."""

import os
import tempfile
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Give a file new bytes; its rights stay. What is written beside it meanwhile begins with a dot.

    Raises:
        OSError: the folder cannot be written; the file is as it was.
    """
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as target:
            target.write(data)
            target.flush()
            os.fsync(target.fileno())
        Path(draft).chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o644)
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise
