"""Talks: played as written, and red at the first line that no longer holds."""

from pathlib import Path

import pytest

from bot.content.library import Library
from bot.content.talks import Talk, read_talk
from bot.dialogue.talk_runner import run_talk

TALKS = sorted((Path(__file__).parents[2] / "content" / "talks").glob("*.talk"))


def talk_of(*lines: str) -> Talk:
    """Return a talk with these lines."""
    talk, issues = read_talk("talks/x.talk", "\n".join(["talk: x", "locale: en", *lines]).encode())
    assert talk is not None
    assert issues == ()
    return talk


@pytest.mark.parametrize("file", TALKS, ids=lambda file: file.stem)
def test_the_shipped_talk_holds(library: Library, file: Path) -> None:
    """What an editor wrote that the bot must say, it says."""
    talk, issues = read_talk(file.name, file.read_bytes())
    assert issues == ()
    assert talk is not None
    assert run_talk(library, talk) == ()


def test_a_missing_sentence_is_reported_with_its_line(library: Library) -> None:
    """An editor learns which line fails and what the page says instead."""
    (issue,) = run_talk(library, talk_of("> /menu", "< What do you want", "< The moon is made of cheese"))
    assert (issue.code, issue.mark.line) == ("talk-text", 5)
    assert "moon" in issue.sentence


def test_a_sentence_that_must_not_be_there_is_reported(library: Library) -> None:
    """`<!` turns the question round."""
    (issue,) = run_talk(library, talk_of("> /menu", "<! What do you want"))
    assert (issue.code, issue.mark.line) == ("talk-text", 4)


def test_a_misspelt_button_is_reported_with_the_nearest_one(library: Library) -> None:
    """An editor who mistypes a button is shown the right one."""
    (issue,) = run_talk(library, talk_of("> /menu", "> [I got a papper]"))
    assert issue.code == "talk-button"
    assert 'Did you mean "I got a paper"?' in issue.mend


def test_a_point_and_a_fact_can_be_written(library: Library) -> None:
    """A shared point and {facts} are read as the reader meets them."""
    emergency = talk_of("> /menu", "> [Emergency]", "< {phone.emergency}", "> @ 51.05, 3.72", "< Nearest to you")
    assert run_talk(library, emergency) == ()


def test_faulty_lines_are_explained() -> None:
    """A line that is neither > nor < , a missing header and a wrong moment are named."""
    talk, issues = read_talk("talks/x.talk", b"talk: x\nat: yesterday\nhello\n")
    assert talk is None
    assert sorted(issue.code for issue in issues) == ["talk-header", "talk-header", "talk-line"]
