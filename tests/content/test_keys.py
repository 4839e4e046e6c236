import itertools
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.keys import THING_LENGTH, WORD_LENGTH, assign_keys, make_key, read_lock, write_lock

IDS = st.from_regex(r"(step|place|question|answer):[a-z]{1,8}(-[a-z0-9]{1,4})?", fullmatch=True)


@given(st.lists(IDS, unique=True, max_size=60))
def test_a_lock_file_is_read_as_it_was_written(identifiers: list[str]) -> None:
    keys = assign_keys({}, identifiers)
    assert read_lock(write_lock(keys.by_id)) == keys.by_id
    assert all(keys.find(keys.key(identifier)) == identifier for identifier in identifiers)


@given(st.lists(IDS, unique=True, max_size=30), st.lists(IDS, unique=True, max_size=30))
def test_a_recorded_key_never_changes_and_never_leaves(before: list[str], after: list[str]) -> None:
    recorded = assign_keys({}, before).by_id
    later = assign_keys(recorded, after)
    assert {name: later.by_id[name] for name in recorded} == recorded
    assert len(set(later.by_id.values())) == len(later.by_id)


def test_words_have_short_keys_and_things_long_ones() -> None:
    assert len(make_key("answer:none", ())) == WORD_LENGTH
    assert len(make_key("step:a.b", ())) == THING_LENGTH


def test_a_taken_key_is_not_given_again() -> None:
    first = make_key("step:a.b", ())
    assert make_key("step:a.b", [first]) != first


def test_a_full_space_is_said_and_not_looked_for_forever() -> None:
    alphabet = string.ascii_letters + string.digits + "-_"
    everything = ["".join(pair) for pair in itertools.product(alphabet, repeat=WORD_LENGTH)]
    with pytest.raises(ValueError, match="No key is free"):
        make_key("answer:none", everything)


@pytest.mark.parametrize(
    "data",
    [b"abc step:a.b\n", b"abcd a.b\n", b"abcd step:a.b\nabcd step:a.c\n", b"abcd step:a.b\nabce step:a.b\n"],
    ids=["short key", "no kind", "key twice", "id twice"],
)
def test_a_faulty_lock_file_is_refused_with_its_line(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"Line [12] of ids\.lock"):
        read_lock(data)
