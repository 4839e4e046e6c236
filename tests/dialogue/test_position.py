"""The position in 64 bytes."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.content.keys import assign_keys
from bot.dialogue.position import (
    MAX_ANSWERS,
    MAX_LENGTH,
    MAX_TRAIL,
    Act,
    Position,
    decode,
    encode,
    home,
    written_locale,
)

STEPS = [f"step:flow.step-{number}" for number in range(40)]
KINDS = ["kind:medical", "kind:legal"]
QUESTIONS = [f"question:q{number}" for number in range(8)]
ANSWERS = [f"answer:a{number}" for number in range(8)]
KEYS = assign_keys({}, [*STEPS, *KINDS, *QUESTIONS, *ANSWERS])

answers = st.dictionaries(
    st.sampled_from([name.partition(":")[2] for name in QUESTIONS]),
    st.sampled_from([name.partition(":")[2] for name in ANSWERS]),
    max_size=MAX_ANSWERS,
).map(lambda given: tuple(given.items()))

positions = st.builds(
    Position,
    act=st.sampled_from(Act),
    locale=st.sampled_from(["en", "prs", "ckb", "ti"]),
    thing=st.sampled_from(["", *STEPS, *KINDS]),
    answers=answers,
    trail=st.lists(st.sampled_from([*STEPS, *KINDS]), max_size=MAX_TRAIL).map(tuple),
    area=st.one_of(st.just(""), st.integers(1000, 9999).map(str)),
    page=st.integers(0, 63),
    day=st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2000, 1, 1) + timedelta(days=64**3 - 1))),
)


@given(positions)
def test_every_position_survives_the_way_through_a_button(position: Position) -> None:
    """What is written into a button is read back from it, to the letter."""
    assert decode(encode(position, KEYS), KEYS) == position


@given(positions)
def test_every_position_fits_into_callback_data(position: Position) -> None:
    """Telegram takes 1 to 64 bytes."""
    assert 1 <= len(encode(position, KEYS).encode()) <= MAX_LENGTH


def test_the_longest_position_has_58_characters() -> None:
    """Five answers, five steps of trail, an area, a page and a day leave six bytes for a later version."""
    longest = Position(
        Act.STEP,
        "prs",
        STEPS[0],
        tuple((name[9:], ANSWERS[0][7:]) for name in QUESTIONS[:MAX_ANSWERS]),
        tuple(STEPS[1:6]),
        "9000",
        7,
        date(2026, 11, 24),
    )
    assert len(encode(longest, KEYS)) == 58


@given(st.one_of(st.binary(max_size=80), st.text(max_size=80)))
def test_any_bytes_decode_to_a_position_or_to_unknown(data: bytes | str) -> None:
    """Nobody can send a button that raises."""
    assert isinstance(decode(data, KEYS), Position | None)


@given(positions, st.data())
def test_a_damaged_button_never_raises(position: Position, data: st.DataObject) -> None:
    """One changed letter gives another position or none."""
    text = encode(position, KEYS)
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.characters(max_codepoint=0x7F))
    assert isinstance(decode(text[:place] + letter + text[place + 1 :], KEYS), Position | None)


def test_an_unknown_step_is_unknown() -> None:
    """A button of a step that another version knows is not guessed at."""
    text = encode(Position(Act.STEP, "en", STEPS[0]), KEYS)
    assert decode(text, assign_keys({}, STEPS[1:])) is None


def test_an_unknown_answer_counts_as_not_given() -> None:
    """An answer of a question that is gone changes nothing else."""
    position = Position(Act.STEP, "en", STEPS[0], (("q0", "a0"), ("q1", "a1")))
    fewer = assign_keys({}, [*STEPS, QUESTIONS[1], ANSWERS[1]])
    assert decode(encode(position, KEYS), fewer) == Position(Act.STEP, "en", STEPS[0], (("q1", "a1"),))


def test_an_old_button_still_tells_its_language() -> None:
    """The sentence that a button is old comes in the language of that button."""
    assert written_locale(encode(Position(Act.STEP, "prs", STEPS[0]), KEYS)) == "prs"
    assert written_locale("rubbish") == ""


@given(st.lists(st.sampled_from(STEPS), min_size=1, max_size=30))
def test_going_forward_and_back_returns_to_the_page_before(path: list[str]) -> None:
    """Back undoes forward, unless forward came back to a page of the trail."""
    position = home("en")
    for step in path:
        before = position
        position = position.forward(Act.STEP, step)
        assert len(position.trail) <= MAX_TRAIL
        assert step not in position.trail
        if before.thing and before.thing != step and step not in before.trail:
            assert position.back().thing == before.thing


def test_back_from_an_empty_trail_is_the_menu_and_keeps_answers() -> None:
    """Nobody is stranded, and what was answered is not asked again."""
    position = Position(Act.STEP, "en", STEPS[0], (("q0", "a0"),))
    assert position.back() == Position(Act.MENU, "en", "", (("q0", "a0"),))


def test_answering_again_replaces_and_a_sixth_answer_drops_the_oldest() -> None:
    """Five answers fit; the newest count."""
    position = home("en")
    for number in range(6):
        position = position.with_answer(f"q{number}", "a0")
    position = position.with_answer("q3", "a1")
    assert dict(position.answers) == {"q1": "a0", "q2": "a0", "q3": "a1", "q4": "a0", "q5": "a0"}


def test_colliding_keys_are_resolved_once() -> None:
    """Two ids never share a key, and a recorded key never moves."""
    names = [f"question:x{number}" for number in range(300)]
    first = assign_keys({}, names)
    assert len(set(first.by_id.values())) == len(names)
    again = assign_keys(first.by_id, ["question:new", *names])
    assert all(again.key(name) == first.key(name) for name in names)
