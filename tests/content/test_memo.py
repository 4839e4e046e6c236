from bot.content.memo import Memo, digest_of


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
