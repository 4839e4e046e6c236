"""The operators' password: only its argon2 hash is ever kept."""

import asyncio
import hashlib
import hmac
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

LEAST_LETTERS = 12
"""Letters of the shortest password that `wegwijs operators password` takes."""
MOST_LETTERS = 256
"""Letters of the longest password that is tried: hashing more would be work for nothing."""


def hash_password(password: str) -> str:
    """Return the hash to set, with argon2-cffi's own choice of cost (RFC 9106, the profile for little memory)."""
    return PasswordHasher().hash(password)


class Password:
    """Tells whether words are the password: one at a time, and never on the event loop, which answers people."""

    def __init__(self, written_hash: str) -> None:
        self._hash = written_hash
        self._turn = asyncio.Lock()
        self._key = secrets.token_bytes(32)
        self._right = b""

    async def fits(self, words: str) -> bool:
        """Tell whether these words are it. Words that fitted before are known again without the work of argon2."""
        if not words or len(words) > MOST_LETTERS:
            return False
        given = words.encode(errors="surrogatepass")
        print_of = hmac.digest(self._key, given, hashlib.sha256)
        if hmac.compare_digest(print_of, self._right):
            return True
        async with self._turn:
            is_right = await asyncio.to_thread(_verify, self._hash, given)
        if is_right:
            self._right = print_of
        return is_right


def _verify(written_hash: str, words: bytes) -> bool:
    try:
        return PasswordHasher().verify(written_hash, words)
    except (Argon2Error, InvalidHashError):
        return False
