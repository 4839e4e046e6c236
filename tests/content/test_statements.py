"""Statements: one a paragraph or list entry, with the facts behind them."""

from bot.content.statements import statements_of
from tests.content.sample import library_of, planted, sample_files


def test_each_paragraph_and_each_entry_of_a_list_is_one_statement() -> None:
    library = library_of(sample_files())
    found = list(statements_of(library, library.steps["paper.decision"]))
    assert [(one.is_item, one.words) for one in found] == [
        (False, "Somebody decided about your stay. Keep:"),
        (True, "the paper"),
        (True, "the envelope"),
        (False, "The deadline is written on the decision. It can be as short as 10 days. Call a lawyer today."),
    ]
    assert [[fact.id for fact in one.facts] for one in found] == [[], [], [], ["deadline.appeal_short"]]
    assert [part.text for part in found[3].parts if part.fact] == ["10 days"]


def test_a_fact_that_stands_twice_in_a_statement_is_named_once() -> None:
    number = "{phone.emergency}"
    library = library_of(planted("flows/help.yaml", f"Call {number} if", f"Call {number}, only {number}, if"))
    (statement,) = statements_of(library, library.steps["help.numbers"])
    assert [fact.id for fact in statement.facts] == ["phone.emergency"]


def test_a_question_is_told_from_a_statement() -> None:
    library = library_of(sample_files())
    (asked,) = statements_of(library, library.steps["paper.start"])
    assert asked.is_question
