"""Guessing a password: few times from one address, not without end from all."""

from datetime import timedelta

from bot.operators.attempts import MOST_FROM_ALL, MOST_FROM_ONE, WINDOW, Attempts
from tests.operators.asking import Clock


def test_from_one_address_five_are_made_in_a_quarter_of_an_hour() -> None:
    """An attempt counts from its beginning: many at once are no way around."""
    attempts = Attempts(Clock())
    assert [attempts.begin("a") for _ in range(MOST_FROM_ONE + 1)] == [*[True] * MOST_FROM_ONE, False]


def test_from_all_addresses_together_there_is_an_end_too() -> None:
    """Somebody with many addresses does not guess on for ever."""
    attempts = Attempts(Clock())
    made = [attempts.begin(str(number)) for number in range(MOST_FROM_ALL + 3)]
    assert sum(made) == MOST_FROM_ALL
    assert attempts.minutes_left("another") == 15


def test_time_and_a_right_password_make_room_again() -> None:
    """The wait is said in minutes, rounded up."""
    clock = Clock()
    attempts = Attempts(clock)
    for _ in range(MOST_FROM_ONE):
        attempts.begin("a")
        clock.wait(timedelta(seconds=30))
    assert attempts.minutes_left("a") == 13
    clock.wait(WINDOW - timedelta(seconds=150))
    assert attempts.begin("a")
    attempts.forgive("a")
    assert [attempts.begin("a") for _ in range(MOST_FROM_ONE)] == [True] * MOST_FROM_ONE


def test_no_address_is_kept_in_clear_and_none_longer_than_the_window() -> None:
    """What is in memory names nobody without a key that dies with the program."""
    clock = Clock()
    attempts = Attempts(clock)
    attempts.begin("203.0.113.9")
    assert b"203.0.113.9" not in repr(vars(attempts)).encode()
    clock.wait(WINDOW)
    attempts.begin("b")
    assert len(attempts._made) == 1
