"""Texts compared word by word."""

from bot.editors.changes import Change, Piece, compare_names, compare_text, pieces_of


def test_words_are_compared_and_the_rest_is_cut() -> None:
    """The reader finds the change without reading the page again."""
    old = "One two three four five six seven eight nine ten eleven twelve, and so on."
    new = "One two three four five six seven eight nine ten eleven thirteen, and so far."
    assert pieces_of(old, new) == (
        Piece("same", "… eight nine ten eleven"),
        Piece("old", "twelve,"),
        Piece("new", "thirteen,"),
        Piece("same", "and so"),
        Piece("old", "on."),
        Piece("new", "far."),
    )
    middle = pieces_of("a 1 2 3 4 5 6 7 8 9 10 b", "x 1 2 3 4 5 6 7 8 9 10 y")
    assert middle[2] == Piece("same", "1 2 3 4 … 7 8 9 10")
    assert pieces_of("a b", "a")[0] == Piece("same", "a")


def test_a_text_is_told_by_its_paragraphs() -> None:
    """What stays is not told."""
    old = "First.\n\nKeep:\n- the paper\n- the envelope\n"
    new = "First.\n\nKeep:\n- the paper\n- the whole envelope\n- the date\n"
    assert list(compare_text("Text", old, new)) == [
        Change("Text reworded:", "the envelope", "the whole envelope"),
        Change("Text added:", "", "the date"),
    ]
    assert list(compare_text("Note", "Old.", "")) == [Change("Note removed:", "Old.", "")]
    assert not list(compare_text("Text", "One\nline.", "One line."))


def test_names_that_came_and_went() -> None:
    """A list has no order here."""
    assert [change.sentence for change in compare_names("Sources", ["a", "b"], ["b", "c"])] == [
        "Sources removed: a.",
        "Sources added: c.",
    ]
    assert not list(compare_names("Sources", ["a", "b"], ["b", "a"]))
