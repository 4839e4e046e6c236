"""docs/content.md: each question, its page, its sources."""

from pathlib import Path

from bot.content.library import Library
from bot.content.questions import NO_ANSWER, questions_page

ROOT = Path(__file__).parents[2]


def test_the_page_in_the_docs_is_the_one_of_the_content(library: Library) -> None:
    """Run `wegwijs questions > docs/content.md` after a change of questions, pages or sources."""
    assert (ROOT / "docs" / "content.md").read_text(encoding="utf-8") == questions_page(library)


def test_every_flow_answers_questions(library: Library) -> None:
    """No topic is left out of the list."""
    answered = {library.steps[step].flow for step in library.questions.values() if step != NO_ANSWER}
    assert answered == set(library.flows)


def test_a_question_stands_beside_its_page_and_the_dates_of_its_sources(library: Library) -> None:
    """One row: what people ask, where it is answered, from where, and from when."""
    question, step = next(
        (asked, step) for asked, step in library.questions.items() if step != NO_ANSWER and library.steps[step].sources
    )
    source = library.sources[library.steps[step].sources[0]]
    [row] = [line for line in questions_page(library).splitlines() if line.startswith(f"| {question} |")]
    assert f"`{step}`" in row
    assert source.link in row
    assert "seen" in row or "checked" in row


def test_a_question_without_a_source_is_named_and_not_answered(library: Library) -> None:
    """Who judges the content sees what it leaves out."""
    unanswered = [question for question, step in library.questions.items() if step == NO_ANSWER]
    assert unanswered
    last = questions_page(library).partition("## Not answered")[2]
    assert all(f"- {question}\n" in last for question in unanswered)
