"""Only what is new keeps a change out."""

from bot.content.issues import Mark, error, errors_of, has_errors, new_errors, warning

OLD = error("link-dangling", Mark("flows/a.yaml", 3), "There is no step b.")
MOVED = error("link-dangling", Mark("flows/a.yaml", 9), "There is no step b.")
NEW = error("link-dangling", Mark("flows/a.yaml", 3), "There is no step c.")
MILD = warning("fact-unused", Mark("facts.yaml", 1), "Nobody uses it.")


def test_an_error_that_has_moved_is_the_same_one() -> None:
    """Lines above it were added."""
    assert new_errors([OLD], [MOVED, MILD]) == ()
    assert new_errors([OLD], [NEW, MOVED]) == (NEW,)


def test_an_error_made_again_elsewhere_is_a_new_one() -> None:
    """Else a second fault could hide behind the first."""
    assert new_errors([OLD], [OLD, MOVED]) == (MOVED,)


def test_warnings_keep_nothing_out() -> None:
    assert errors_of([MILD, OLD]) == (OLD,)
    assert not has_errors([MILD])
