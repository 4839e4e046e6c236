"""The content folder on disk: read whole, so that no half-saved file is ever used."""

from pathlib import Path

from bot.errors import ContentUnreadableError

_SUFFIXES = frozenset({".yaml", ".talk", ".po", ".tsv", ".lock"})


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return every content file: path below the folder, with forward slashes -> bytes.

    Raises:
        ContentUnreadableError: the folder or a file in it cannot be read; the message names it and the mend.
    """
    if not folder.is_dir():
        raise ContentUnreadableError(f"There is no folder {folder}. Set CONTENT_DIR to the folder with bot.yaml.")
    files: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.suffix not in _SUFFIXES or not path.is_file() or "/." in f"/{name}":
            continue
        try:
            files[name] = path.read_bytes()
        except OSError as problem:
            raise ContentUnreadableError(f"{path} cannot be read: {problem.strerror}.") from problem
    return files
