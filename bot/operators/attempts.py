"""How often a password may be tried: few times from one address, and not without end from all together."""

import hashlib
import hmac
import secrets
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

WINDOW = timedelta(minutes=15)
MOST_FROM_ONE = 5
MOST_FROM_ALL = 50
"""More than operators mistype, few enough that guessing leads nowhere."""


class Attempts:
    """Wrong passwords of the last quarter of an hour. An address is kept as a keyed hash, in memory, that long.

    An attempt counts from its beginning, so that many at once are no way around; a right password takes it back.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._key = secrets.token_bytes(32)
        self._made: deque[tuple[datetime, bytes]] = deque()

    def begin(self, address: str) -> bool:
        """Take note of an attempt; False if there were too many, and this one must not be made."""
        self._forget()
        hashed = self._hash(address)
        from_one = sum(each == hashed for _, each in self._made)
        if from_one >= MOST_FROM_ONE or len(self._made) >= MOST_FROM_ALL:
            return False
        self._made.append((self._now(), hashed))
        return True

    def forgive(self, address: str) -> None:
        """Take back all attempts of an address: its last one was right."""
        hashed = self._hash(address)
        self._made = deque(attempt for attempt in self._made if attempt[1] != hashed)

    def minutes_left(self, address: str) -> int:
        """Return after how many minutes an address may try again; at least 1."""
        hashed = self._hash(address)
        own = [moment for moment, each in self._made if each == hashed]
        oldest = own[0] if len(own) >= MOST_FROM_ONE else self._made[0][0] if self._made else self._now()
        return max(1, -int((self._now() - oldest - WINDOW).total_seconds() // 60))

    def _forget(self) -> None:
        while self._made and self._now() - self._made[0][0] >= WINDOW:
            self._made.popleft()

    def _hash(self, address: str) -> bytes:
        return hmac.digest(self._key, address.encode(), hashlib.sha256)
