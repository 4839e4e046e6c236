"""Start links: they open the bot, and its first update brings the code behind them."""

import re

HOST = "https://t.me"
CODE = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What Telegram lets stand in a code (Bot features, "Deep linking"); the ids of campaigns keep within it."""


def start_link(user_name: str, code: str) -> str:
    """Return the link that starts a bot with a code.

    Raises:
        ValueError: Telegram would not pass this code on.
    """
    if CODE.fullmatch(code) is None:
        raise ValueError(f"{code!r} cannot be in a start link: at most 64 of A-Z, a-z, 0-9, _ and -.")
    return f"{HOST}/{user_name}?start={code}"
