"""The settings: read from environment variables, all wrong ones reported at once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast
from urllib.parse import urlsplit

from bot.errors import SettingsError

Review = Literal["none", "critical", "all"]

TELEGRAM = "https://api.telegram.org"
_TOKEN = re.compile(r"^[0-9]{3,20}:[A-Za-z0-9_-]{20,80}$")
_SECRET = re.compile(r"^[A-Za-z0-9_-]{1,256}$")
_ID = re.compile(r"^[1-9][0-9]{2,15}$")
_HASH = re.compile(r"^\$argon2(id|i|d)\$v=[0-9]+\$m=[0-9]+,t=[0-9]+,p=[0-9]+(\$[A-Za-z0-9+/]{8,}){2}$")
_HASH_WISH = (
    "let `wegwijs operators password` make it, and put single quotes around it, or a shell takes its $ signs away"
)
_LEVELS = ("debug", "info", "warning", "error")
_SQLITE = "sqlite:///"
MAX_PORT = 65535
MIN_SECRET = 16


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything an operator can set; the meaning of each stands in docs/operators.md."""

    telegram_bot_token: str = ""
    telegram_api_base_url: str = TELEGRAM
    webhook_url: str = ""
    webhook_secret: str = ""
    host: str = "127.0.0.1"
    port: int = 8080
    database: str = "var/wegwijs.db"
    content_dir: str = "content"
    secret_key: str = ""
    operator_ids: tuple[int, ...] = ()
    operator_password_hash: str = ""
    minimum_count: int = 10
    require_review: Review = "none"
    log_level: str = "info"
    log_format: str = "console"

    def __repr__(self) -> str:
        """Show no token and no key, wherever settings are printed."""
        return f"Settings(host={self.host!r}, port={self.port}, content_dir={self.content_dir!r})"


class _Reader:
    """Reads one variable after the other and gathers what is wrong."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self.faults: list[str] = []

    def text(self, name: str, default: str) -> str:
        return self._environment.get(name, "").strip() or default

    def matching(self, name: str, pattern: re.Pattern[str], wish: str) -> str:
        value = self.text(name, "")
        if value and not pattern.match(value):
            self.faults.append(f"{name} is not well formed: {wish}.")
        return value

    def ids(self, name: str) -> tuple[int, ...]:
        words = [word.strip() for word in self.text(name, "").split(",") if word.strip()]
        wrong = [word for word in words if not _ID.match(word)]
        if wrong:
            held = " and ".join(f'"{word}"' for word in wrong)
            self.faults.append(
                f"{name} holds {held}. It must be Telegram ids: numbers of three to sixteen digits, commas between."
            )
            return ()
        return tuple(dict.fromkeys(map(int, words)))

    def number(self, name: str, default: int, least: int, most: int) -> int:
        value = self.text(name, str(default))
        if not value.isdecimal() or not least <= int(value) <= most:
            self.faults.append(f'{name} is "{value}". It must be a whole number from {least} to {most}.')
            return default
        return int(value)

    def choice(self, name: str, default: str, choices: tuple[str, ...]) -> str:
        value = self.text(name, default).lower()
        if value not in choices:
            self.faults.append(f'{name} is "{value}". Possible: {", ".join(choices)}.')
            return default
        return value

    def url(self, name: str, default: str, schemes: tuple[str, ...]) -> str:
        value = self.text(name, default).rstrip("/")
        parts = urlsplit(value)
        if value and (parts.scheme not in schemes or not parts.netloc):
            self.faults.append(f'{name} is "{value}". It must begin with {" or ".join(schemes)}:// and name a host.')
        return value

    def database(self) -> str:
        value = self.text("DATABASE_URL", f"{_SQLITE}var/wegwijs.db")
        if not value.startswith(_SQLITE) or value == _SQLITE:
            self.faults.append(
                f'DATABASE_URL is "{_hide(value)}". It must be {_SQLITE}path, for example {_SQLITE}var/wegwijs.db.'
            )
        return value.removeprefix(_SQLITE)


def _hide(url: str) -> str:
    """Return a URL without what may be a password."""
    return re.sub(r"//[^/@]*@", "//…@", url)


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Return the settings of an environment.

    Raises:
        SettingsError: one line for each setting that cannot be used: which, why, and the mend.
    """
    reader = _Reader(environment)
    settings = Settings(
        telegram_bot_token=reader.matching(
            "TELEGRAM_BOT_TOKEN", _TOKEN, "copy it again from BotFather; it is a number, a colon and letters"
        ),
        telegram_api_base_url=reader.url("TELEGRAM_API_BASE_URL", TELEGRAM, ("https", "http")),
        webhook_url=reader.url("WEBHOOK_URL", "", ("https", "http")),
        webhook_secret=reader.matching(
            "WEBHOOK_SECRET", _SECRET, "1 to 256 letters, digits, _ and -, as Telegram demands"
        ),
        host=reader.text("HOST", "127.0.0.1"),
        port=reader.number("PORT", 8080, 0, MAX_PORT),
        database=reader.database(),
        content_dir=reader.text("CONTENT_DIR", "content"),
        secret_key=reader.text("SECRET_KEY", ""),
        operator_ids=reader.ids("OPERATOR_IDS"),
        operator_password_hash=reader.matching("OPERATOR_PASSWORD_HASH", _HASH, _HASH_WISH),
        minimum_count=reader.number("MINIMUM_COUNT", 10, 2, 1_000_000),
        require_review=cast("Review", reader.choice("REQUIRE_REVIEW", "none", ("none", "critical", "all"))),
        log_level=reader.choice("LOG_LEVEL", "info", _LEVELS),
        log_format=reader.choice("LOG_FORMAT", "console", ("console", "json")),
    )
    if settings.webhook_url and not settings.webhook_secret:
        reader.faults.append("WEBHOOK_URL is set and WEBHOOK_SECRET is not. Set it to a long random word.")
    if settings.secret_key and len(settings.secret_key) < MIN_SECRET:
        reader.faults.append(f"SECRET_KEY is too short. It needs at least {MIN_SECRET} characters.")
    if reader.faults:
        raise SettingsError("\n".join(reader.faults))
    return settings
