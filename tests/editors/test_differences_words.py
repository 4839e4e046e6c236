"""Differences as text and as Markdown."""

from bot.editors.changes import Change, Chapter, Subject
from bot.editors.differences import Differences
from bot.editors.differences_words import NOTHING, write_markdown, write_text

REWORDED = Change("Text reworded:", "Ask <b> @police *now*", "Ask @police *today*")
SAMPLE = Differences(
    (Chapter('Topic "A" (a)', (Subject('Page "B"', "a.b", (REWORDED, Change("New page."))),)),),
    ("x.yaml has a fault now.",),
)


def test_text_for_a_terminal() -> None:
    """Signs where there is no colour; a terminal paints."""
    assert write_text(SAMPLE) == (
        "Not compared: x.yaml has a fault now.\n\n"
        'Topic "A" (a)\n=============\n'
        'Page "B" (a.b)\n'
        "  - Text reworded: Ask [− <b>] @police [− *now*] [+ *today*]\n"
        "  - New page.\n"
    )
    assert "old:<b>" in write_text(SAMPLE, lambda kind, words: f"{kind}:{words}")
    assert write_text(Differences((), ())) == f"{NOTHING}\n"


def test_markdown_shows_words_and_nothing_but_words() -> None:
    """No tag, no emphasis, and nobody is called by @name."""
    assert write_markdown(SAMPLE) == (
        "> Not compared: x.yaml has a fault now.\n\n"
        '### Topic "A" (a) · 1\n\n'
        '- **Page "B"** `a.b`\n'
        "  - Text reworded: Ask <del>&lt;b&gt;</del> @\u200bpolice <del>\\*now\\*</del> <ins>\\*today\\*</ins>\n"
        "  - New page.\n\n"
    )
    assert write_markdown(Differences((), ())) == f"{NOTHING}\n"
    assert write_markdown(Differences((), ("x",))) == f"> Not compared: x\n\n{NOTHING}\n"


def test_a_long_comment_is_cut_between_pages() -> None:
    """GitHub refuses a comment that is too long; whole pages stand in it."""
    subjects = tuple(Subject(f'Page "{number}"', f"a.p{number}", (REWORDED,)) for number in range(1000))
    written = write_markdown(Differences((Chapter("Topic", subjects),), ()), 5000)
    assert len(written) <= 5000
    assert "more parts do not fit into this comment" in written
    assert written.count("<del>") == written.count("</del>")
