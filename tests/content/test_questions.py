"""docs/content.md: each question, its page, its sources."""

from pathlib import Path

from bot.content.library import Library
from bot.content.questions import questions_page

ROOT = Path(__file__).parents[2]


def test_the_page_in_the_docs_is_the_one_of_the_content(library: Library) -> None:
    """Run `wegwijs questions > docs/content.md` after a change of questions, pages or sources."""
    assert (ROOT / "docs" / "content.md").read_text(encoding="utf-8") == questions_page(library)


def test_every_flow_answers_questions(library: Library) -> None:
    """No topic is left out of the list."""
    answered = {library.steps[step].flow for step in library.questions.values()}
    assert answered == set(library.flows)


def test_a_question_stands_beside_its_page_and_the_dates_of_its_sources(library: Library) -> None:
    """One row: what people ask, where it is answered, from where, and from when."""
    question, step = next((asked, step) for asked, step in library.questions.items() if library.steps[step].sources)
    source = library.sources[library.steps[step].sources[0]]
    [row] = [line for line in questions_page(library).splitlines() if line.startswith(f"| {question} |")]
    assert f"`{step}`" in row
    assert source.link in row
    assert "seen" in row or "checked" in row
