"""Settings: all wrong ones at once, each with the mend."""

import pytest

from bot.errors import SettingsError
from bot.operators.passwords import hash_password
from bot.settings import Settings, read_settings

TOKEN = "123456:ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef"


def test_nothing_set_gives_a_bot_that_runs() -> None:
    """A fresh machine needs no setting."""
    assert read_settings({}) == Settings()


def test_all_wrong_settings_are_reported_at_once() -> None:
    """An operator mends them in one go."""
    environment = {
        "TELEGRAM_BOT_TOKEN": "nonsense",
        "PORT": "http",
        "DATABASE_URL": "mysql://root:secret@db/x",
        "LOG_LEVEL": "loud",
        "MINIMUM_COUNT": "1",
        "REQUIRE_REVIEW": "maybe",
        "WEBHOOK_URL": "example.org",
        "SECRET_KEY": "short",
        "OPERATOR_IDS": "123456789, @amina",
        "OPERATOR_PASSWORD_HASH": "=19=65536,t=3,p=4",
    }
    with pytest.raises(SettingsError) as caught:
        read_settings(environment)
    lines = str(caught.value).splitlines()
    for name in environment:
        assert any(line.startswith(name) for line in lines), name
    assert caught.value.exit_code == 2


def test_no_secret_is_repeated_in_a_message_or_a_print() -> None:
    """A token or password never reaches a screen or a log."""
    settings = read_settings({"TELEGRAM_BOT_TOKEN": TOKEN, "SECRET_KEY": "k" * 20})
    assert TOKEN not in repr(settings)
    assert "k" * 20 not in repr(settings)
    with pytest.raises(SettingsError) as caught:
        read_settings({"DATABASE_URL": "postgresql://me:hunter2@db/x", "TELEGRAM_BOT_TOKEN": "hunter2"})
    assert "hunter2" not in str(caught.value)


def test_a_webhook_needs_its_secret() -> None:
    """Without it anybody could send updates."""
    with pytest.raises(SettingsError, match="WEBHOOK_SECRET"):
        read_settings({"WEBHOOK_URL": "https://bot.example.org/telegram"})


def test_operators_are_a_list_of_numbers() -> None:
    """Spaces and a comma at the end do no harm; nobody stands in it twice."""
    assert read_settings({"OPERATOR_IDS": " 123456789, 987654321,123456789, "}).operator_ids == (123456789, 987654321)


def test_every_operator_id_that_is_none_is_named() -> None:
    """Who mistyped two reads both at once, and what an id looks like."""
    with pytest.raises(SettingsError, match=r'OPERATOR_IDS holds "12" and "@amina".*three to sixteen digits'):
        read_settings({"OPERATOR_IDS": "12, 123456789, @amina"})


def test_the_hash_that_the_command_makes_is_taken() -> None:
    """What `wegwijs operators password` prints can be set as it is, and is never printed again."""
    written = hash_password("a long enough password")
    settings = read_settings({"OPERATOR_PASSWORD_HASH": written})
    assert settings.operator_password_hash == written
    assert written not in repr(settings)


@pytest.mark.parametrize("value", ["secret", "$2b$12$abcdefghijklmnopqrstuv", "$argon2id$v=19$m=65536,t=3,p=4$c2FsdA"])
def test_what_is_no_argon2_hash_is_refused_with_the_way_to_one(value: str) -> None:
    """A password in clear, another kind of hash, and one that a shell or a hand cut short."""
    with pytest.raises(SettingsError, match="wegwijs operators password") as caught:
        read_settings({"OPERATOR_PASSWORD_HASH": value})
    assert value not in str(caught.value)
