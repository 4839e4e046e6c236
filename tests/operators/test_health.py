"""What the program notes of its own work, and what it makes of it."""

from datetime import timedelta

import pytest

from bot.operators.disk import Disk
from bot.operators.health import BOUNDS, GRACE, RECENT, SILENCE, Health
from tests.operators.asking import Clock

ROOMY = Disk(10**12, 2 * 10**12, (1, 2))


@pytest.fixture
def clock() -> Clock:
    """A clock that a test moves."""
    return Clock()


def test_answers_fall_into_classes_by_their_time(clock: Clock) -> None:
    """A bound belongs to its class; what is slower than all stands in the last one."""
    health = Health(clock)
    for seconds in (0.0, BOUNDS[0], BOUNDS[0] + 0.001, BOUNDS[-1] + 1):
        health.answered(seconds)
    assert (health.classes[0], health.classes[1], health.classes[-1]) == (2, 1, 1)
    assert (health.inputs, health.errors) == (4, 0)


def test_the_last_ten_minutes_are_the_last_ten_minutes(clock: Clock) -> None:
    """What is older counts in the sum since the start alone."""
    health = Health(clock)
    health.failed()
    clock.wait(timedelta(minutes=5))
    health.answered(0.1)
    assert health.recent() == (2, 1)
    clock.wait(RECENT - timedelta(minutes=5))
    assert health.recent() == (1, 0)
    clock.wait(RECENT)
    assert health.recent() == (0, 0)
    assert (health.inputs, health.errors) == (2, 1)


def test_telegram_counts_as_gone_before_the_first_word_and_after_a_silence(clock: Clock) -> None:
    """One long poll lasts half a minute, so a minute and a half is no pause between two."""
    health = Health(clock)
    assert health.is_telegram_silent()
    health.reached_telegram()
    clock.wait(SILENCE)
    assert not health.is_telegram_silent()
    clock.wait(timedelta(seconds=1))
    assert health.is_telegram_silent()


def test_a_moments_lock_is_no_failing_database_and_a_lasting_one_is(clock: Clock) -> None:
    """Since the first refusal, until counts are written again; other refusals are only counted."""
    health = Health(clock)
    health.counts_wait("locked")
    health.database_failed()
    assert not health.is_database_failing()
    clock.wait(GRACE)
    health.counts_wait("locked still")
    assert health.is_database_failing()
    assert (health.database_failures, health.why_counts_wait) == (3, "locked still")
    health.wrote_counts()
    clock.wait(GRACE)
    health.database_failed()
    assert not health.is_database_failing()
    assert health.last_flush is not None


@pytest.mark.parametrize(
    ("free", "total", "is_tight"),
    [(199_000_000, 10**9, True), (10**9, 10**11, True), (6 * 10**9, 10**11, False), (201_000_000, 10**9, False)],
)
def test_a_disk_is_tight_by_share_or_by_size(clock: Clock, free: int, total: int, *, is_tight: bool) -> None:
    """Under a twentieth, or under 200 MB."""
    health = Health(clock)
    assert not health.is_disk_tight(), "not looked at yet"
    health.see_disk(Disk(free, total, None))
    assert health.is_disk_tight() is is_tight


def test_a_database_that_became_another_file_is_noticed(clock: Clock) -> None:
    """SQLite goes on writing into the file that nobody finds any more."""
    health = Health(clock)
    health.see_disk(ROOMY)
    assert not health.is_database_gone()
    for file in (None, (1, 3)):
        health.see_disk(Disk(ROOMY.free, ROOMY.total, file))
        assert health.is_database_gone()
    health.see_disk(ROOMY)
    assert not health.is_database_gone()
