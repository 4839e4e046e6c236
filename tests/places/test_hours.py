from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.model import Place
from bot.places.hours import BRUSSELS, Opening, explain_hours_error, is_readable, opening_at

WEEK = "Mo-Fr 09:00-12:00,13:00-17:00"


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BRUSSELS)


@pytest.mark.parametrize(
    ("moment", "state", "changes"),
    [
        ("2026-11-23 10:00", "open", "2026-11-23 12:00"),
        ("2026-11-23 12:00", "closed", "2026-11-23 13:00"),
        ("2026-11-23 16:59", "open", "2026-11-23 17:00"),
        ("2026-11-21 10:00", "closed", "2026-11-23 09:00"),
    ],
)
def test_an_office_is_open_in_its_hours(moment: str, state: str, changes: str) -> None:
    """The state and the next change follow the week, over lunch and the weekend."""
    assert opening_at(WEEK, _at(moment)) == Opening(state, _at(changes))  # type: ignore[arg-type] # parametrised


def test_day_and_night_never_changes() -> None:
    """What is always open has no next change, and neither has what is always closed."""
    now = _at("2026-11-23 10:00")
    assert opening_at("24/7", now) == Opening("open", None)
    assert opening_at("off", now) == Opening("closed", None)


def test_the_clock_is_belgian_wherever_the_server_stands() -> None:
    """Half past eight in UTC is half past nine in a Belgian winter."""
    now = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
    assert opening_at("Mo 09:00-10:00", now) == Opening("open", _at("2026-11-23 10:00"))


@pytest.mark.parametrize(("moment", "offset"), [("2026-10-23 18:00", 1), ("2027-03-26 18:00", 2)])
def test_the_hour_changes_over_the_weekend(moment: str, offset: int) -> None:
    """After daylight saving begins or ends, Monday's opening is at nine by the new clock."""
    changes = opening_at("Mo-Fr 09:00-17:00", _at(moment)).changes
    assert changes is not None
    assert (changes.weekday(), changes.hour) == (0, 9)
    assert changes.utcoffset() == timedelta(hours=offset)


def test_a_night_that_loses_an_hour_is_still_closed_by_the_clock() -> None:
    """A shelter open over the night of the change closes at eight by the new clock."""
    opening = opening_at("Mo-Su 20:00-08:00", _at("2027-03-27 23:00"))
    assert opening == Opening("open", _at("2027-03-28 08:00"))


@pytest.mark.parametrize(
    "day",
    ["2027-01-01", "2027-03-29", "2027-05-06", "2027-05-17", "2027-07-21", "2026-11-11", "2028-11-01", "2026-12-25"],
)
def test_a_belgian_holiday_counts_where_the_hours_say_so(day: str) -> None:
    """New Year, Easter Monday, Ascension and others close an office that has "PH off", and only that."""
    noon = _at(f"{day} 12:00")
    assert opening_at("Mo-Su 09:00-17:00; PH off", noon).state == "closed"
    assert opening_at("Mo-Su 09:00-17:00", noon).state == "open"


@pytest.mark.parametrize(
    "hours",
    [
        'Mo-Fr 09:00-17:00 "by appointment"',
        'Mo-Fr 09:00-17:00 "only with Appointment"',
        'Mo-Fr 09:00-17:00 "op afspraak"',
        'Mo-Fr 09:00-17:00 "sur rendez-vous"',
        "Mo-Fr 09:00-17:00 unknown",
        'Mo-Fr "by appointment"',
    ],
)
def test_by_appointment_is_not_open(hours: str) -> None:
    """Nobody is told that a place is open where they would find a closed door."""
    assert opening_at(hours, _at("2026-11-23 10:00")).state == "appointment"
    assert opening_at(hours, _at("2026-11-22 10:00")).state == "closed"


def test_a_comment_on_something_else_leaves_it_open() -> None:
    """A comment changes the state only if it asks for an appointment."""
    assert opening_at('Mo 09:00-12:00 "ring the bell"', _at("2026-11-23 10:00")).state == "open"


def test_a_change_of_comment_is_no_change_of_state() -> None:
    """From ten o'clock somebody else answers; the desk stays open until noon."""
    hours = 'Mo 09:00-10:00 "Anna", Mo 10:00-12:00 "Karim"'
    assert opening_at(hours, _at("2026-11-23 09:30")) == Opening("open", _at("2026-11-23 12:00"))


def test_a_moment_without_time_zone_is_refused() -> None:
    """A moment that may be anywhere on Earth is an error of the program."""
    with pytest.raises(ValueError, match="time zone"):
        opening_at(WEEK, datetime(2026, 11, 23, 10))  # noqa: DTZ001 - that is the point


def test_unreadable_hours_are_refused_with_an_explanation() -> None:
    """Hours that no check has seen raise a ValueError that says what is wrong."""
    with pytest.raises(ValueError, match="Hours are written with a colon"):
        opening_at("Mo-Fr 9-17", _at("2026-11-23 10:00"))


@pytest.mark.parametrize(
    ("hours", "meant"),
    [
        ("Mo-Fr 9-17", "Mo-Fr 09:00-17:00"),
        ("lundi 9h-17h", "Mo 09:00-17:00"),
        ("ma-vr 09:00-17:00", "Mo-Fr 09:00-17:00"),
        ("ma 9h-12h", "Tu 09:00-12:00"),
        ("lundi-vendredi 9h30-12h et 13h-17h", "Mo-Fr 09:30-12:00,13:00-17:00"),
        ("maandag tot vrijdag 9 tot 17 uur", "Mo-Fr 09:00-17:00"),
        ("Mo-Fr 09.00-17.00", "Mo-Fr 09:00-17:00"),
        ("Mo-Fr 09:00–17:00", "Mo-Fr 09:00-17:00"),
        ("Mo,Tu 9:00-12:00 13:00-15:00", "Mo,Tu 09:00-12:00,13:00-15:00"),
        ("24h/24", "24/7"),
    ],
)
def test_a_common_mistake_is_mended(hours: str, meant: str) -> None:
    """The explanation shows the line that was meant, and that line is right."""
    assert f'Did you mean "{meant}"?' in (explain_hours_error(hours) or "")
    assert explain_hours_error(meant) is None


@pytest.mark.parametrize(
    "hours", [WEEK, f"{WEEK}; PH off", "24/7", "off", "Jul-Aug off", "Mo,We 13:30-16:00", 'Mo "by appointment"']
)
def test_right_hours_have_no_mistake(hours: str) -> None:
    """Usual lines are right, with and without a rule for holidays."""
    assert explain_hours_error(hours) is None


@given(st.one_of(st.text(max_size=60), st.text('MoTuWeFrPH0123456789:-,;/ "', max_size=40)))
def test_any_line_is_read_or_explained(hours: str) -> None:
    """Whatever an editor writes, it is either readable or explained, and never breaks the program."""
    now = _at("2026-11-23 10:00")
    if is_readable(hours):
        assert opening_at(hours, now).state in {"open", "closed", "appointment"}
    else:
        assert explain_hours_error(hours)


def test_the_real_hours_are_right(places: tuple[Place, ...]) -> None:
    """Every line of hours in the content can be read and says what it means."""
    lines = [place.hours for place in places if place.hours]
    assert len(lines) > 40
    assert [line for line in lines if explain_hours_error(line)] == []
