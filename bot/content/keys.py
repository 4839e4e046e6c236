"""Short keys for ids: what the buttons carry instead of names, for life, recorded in ids.lock."""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

THING_LENGTH = 4
"""Characters of a step's, place's or kind's key: 24 bits."""
WORD_LENGTH = 2
"""Characters of a question's or an answer's key: 12 bits."""
_WORDS = ("question:", "answer:")


def key_length(identifier: str) -> int:
    """Return how long the key of an id is: questions and answers have short ones."""
    return WORD_LENGTH if identifier.startswith(_WORDS) else THING_LENGTH


def make_key(identifier: str, taken: Iterable[str]) -> str:
    """Return a free key: the first bits of SHA-256 of the id, with a number added until nobody has it.

    Raises:
        ValueError: a thousand attempts were taken; the id space is full.
    """
    occupied = set(taken)
    for attempt in range(1000):
        salted = identifier if attempt == 0 else f"{identifier}#{attempt}"
        digest = base64.urlsafe_b64encode(hashlib.sha256(salted.encode()).digest()).decode()
        key = digest[: key_length(identifier)]
        if key not in occupied:
            return key
    raise ValueError(f"No key is free for {identifier}.")


@dataclass(frozen=True, slots=True)
class Keys:
    """Ids and their keys, both ways; things and words are two separate spaces."""

    by_id: Mapping[str, str]
    by_key: Mapping[str, str]

    def key(self, identifier: str) -> str:
        """Return the key of an id that exists.

        Raises:
            KeyError: no such id was ever recorded or assigned.
        """
        return self.by_id[identifier]

    def find(self, key: str) -> str | None:
        """Return the id behind a key, or None."""
        return self.by_key.get(key)


def assign_keys(recorded: Mapping[str, str], identifiers: Iterable[str]) -> Keys:
    """Return keys for all recorded ids and for new ones; a recorded key never changes."""
    by_id = dict(recorded)
    for identifier in identifiers:
        if identifier not in by_id:
            by_id[identifier] = make_key(identifier, by_id.values())
    return Keys(by_id, {key: identifier for identifier, key in by_id.items()})


def read_lock(data: bytes) -> dict[str, str]:
    """Read ids.lock: id -> key.

    Raises:
        ValueError: a line is not "key id", or a key or id stands twice; the message names the line.
    """
    recorded: dict[str, str] = {}
    for number, line in enumerate(data.decode().splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        key, _, identifier = line.strip().partition(" ")
        if len(key) != key_length(identifier) or ":" not in identifier:
            raise ValueError(f"Line {number} of ids.lock is not a key and an id: {line}.")
        if identifier in recorded or key in recorded.values():
            raise ValueError(f"Line {number} of ids.lock repeats an id or a key: {line}.")
        recorded[identifier] = key
    return recorded


def write_lock(keys: Mapping[str, str]) -> bytes:
    """Return ids.lock as a file, sorted by id."""
    lines = ["# Every id ever shipped and its key in the buttons. Written by wegwijs ids; a line never leaves.\n"]
    lines += [f"{key} {identifier}\n" for identifier, key in sorted(keys.items())]
    return "".join(lines).encode()
