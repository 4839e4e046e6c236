"""Results kept by what they were made from, so that after an edit only what changed is made again."""

import gc
import hashlib
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

Made = TypeVar("Made")


class Memo:
    """What was made in the last round and in this one.

    Keys hold whatever a result depends on, bytes and all: an equal key means an equal result, and no hash can collide.
    """

    def __init__(self) -> None:
        self._before: dict[Hashable, Any] = {}  # any: each key has its own kind of result
        self._now: dict[Hashable, Any] = {}  # idem

    def recall(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what was made for this key, now or in the last round; `make` may depend on nothing but the key."""
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else make()
        return self._now[key]  # type: ignore[no-any-return]  # kept by this very function

    def find(self, name: Hashable) -> Any:
        """Return what was kept under a name in the last round, or None (any: each name has its own kind of result)."""
        return self._before.get(name)

    def keep(self, name: Hashable, made: object) -> None:
        """Keep something under a name for the next round."""
        self._now[name] = made

    def end_round(self) -> None:
        """Forget what this round did not ask for."""
        self._before, self._now = self._now, {}


def digest_of(*parts: object) -> str:
    """Return a short key for values whose `repr` says all of them; long keys are slow to compare."""
    return hashlib.blake2b(repr(parts).encode(), digest_size=24).hexdigest()


@contextmanager
def uncollected() -> Iterator[None]:
    """Make many values that are kept: a collector that looks through all of them meanwhile finds nothing to free."""
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_collecting:
            gc.enable()
