import gc

import pytest

from bot.content.memo import Memo, digest_of, uncollected


def test_what_a_round_did_not_ask_for_is_forgotten() -> None:
    memo, made = Memo(), []

    def make() -> int:
        made.append(1)
        return len(made)

    assert memo.recall("a", make) == 1
    assert memo.recall("a", make) == 1
    memo.end_round()
    assert memo.recall("a", make) == 1
    memo.end_round()
    memo.end_round()
    assert memo.recall("a", make) == 2


def test_what_is_kept_is_found_in_the_next_round_only() -> None:
    memo = Memo()
    memo.keep("a", 1)
    assert memo.find("a") is None
    memo.end_round()
    assert memo.find("a") == 1
    memo.end_round()
    assert memo.find("a") is None


def test_other_values_have_another_digest() -> None:
    assert digest_of("a", ["b"]) == digest_of("a", ["b"])
    assert digest_of("a", ["b"]) != digest_of("a", "b")


@pytest.mark.parametrize("was_collecting", [True, False])
def test_the_collector_rests_and_goes_on_as_before(was_collecting: bool) -> None:  # noqa: FBT001 - a parameter
    (gc.enable if was_collecting else gc.disable)()
    try:
        with uncollected():
            assert not gc.isenabled()
        assert gc.isenabled() is was_collecting
    finally:
        gc.enable()
