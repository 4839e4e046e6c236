"""The sheet holds all that a reviewer needs, and nothing that could act."""

import re
from datetime import date
from html import unescape

import pytest

from bot.content.library import Library
from bot.content.reader import Reading
from bot.content.signing import flow_fingerprint
from bot.content.statements import statements_of
from bot.operators.review_sheet import KINDS, SENSITIVITIES, write_sheet
from tests.content.sample import planted, reading_of, sample_files

TODAY = date(2026, 11, 24)


def sheet_of(reading: Reading, name: str, today: date = TODAY) -> str:
    """Return the sheet of a flow."""
    assert reading.library is not None
    flow = reading.library.flows[name]
    marks = {step.id: reading.mark(f"step:{step.id}") for step in flow.steps.values()}
    return write_sheet(reading.library, flow, marks, today)


def words_of(html: str) -> str:
    """Return what stands on the paper, with single spaces."""
    body = html.partition("<body>")[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.fixture
def paper() -> str:
    """The words of the sheet about papers."""
    return words_of(sheet_of(reading_of(sample_files()), "paper"))


@pytest.mark.parametrize(
    "words",
    [
        "I got a paper Review sheet of one topic of Sample",
        "Looked after by content-team",
        "Content of 21 November 2026 (printed on 24 November 2026)",
        "State draft: not confirmed by anybody; never compared as a whole with its live sources",
        "2. A decision about your stay paper.decision · flows/paper.yaml, line",
        "red: personal or political · card: its Dutch and French translations are shown below it",
        "2.4 The deadline is written on the decision. It can be as short as 10 days . Call a lawyer today.",
        "deadline.appeal_short = 10 days; source S1; copy seen 21 November 2026; not yet compared",
        "Confidence: medium (not yet compared with the live pages)",
        "1.1 Do you live at an address? A question: it states nothing.",
        "S1 The law. Government (law); page of June 2026; copy seen 21 November 2026; not yet compared",
        "https://www.example.org/law",
        "[A lawyer near me] → places: Legal help; only if home is none or not-given",
        "[Numbers to call] → Numbers to call (help.numbers)",
        "correct not correct correction:",
        "Role (no name) Date Signature",
    ],
)
def test_the_sheet_says_what_a_reviewer_needs(paper: str, words: str) -> None:
    assert words in paper


def test_the_command_at_the_end_carries_the_hash_of_the_flow(paper: str) -> None:
    library = reading_of(sample_files()).library
    assert library is not None
    mark = flow_fingerprint(library, "paper")
    assert paper.endswith(f'wegwijs review import paper --hash {mark} --role "the role" --date YYYY-MM-DD')
    assert f"Hash of this text {mark}" in paper


def test_what_is_past_its_review_is_said_at_the_source_and_the_fact() -> None:
    words = words_of(sheet_of(reading_of(sample_files()), "paper", date(2027, 12, 24)))
    assert words.count("not yet compared; past its review interval") == 3


def test_notes_and_facts_on_buttons_are_shown() -> None:
    files = planted("flows/help.yaml", "- text: A doctor", '- text: "Call {phone.emergency}"')
    files["facts.yaml"] = files["facts.yaml"].replace(
        b'value: "112"', b'value: "112"\n  in: {nl: "101"}\n  note: Free.'
    )
    files["flows/help.yaml"] = files["flows/help.yaml"].replace(b"Call {phone.emergency} if", b"Call if", 1)
    files["flows/help.yaml"] = files["flows/help.yaml"].replace(b"keywords: em", b"note: Short.\n    keywords: em")
    words = words_of(sheet_of(reading_of(files), "help"))
    assert "Facts in the title or on buttons phone.emergency = 112, nl: 101; source S2; copy seen" in words
    assert "Note: Free." in words
    assert "[Call 112] → places: Doctor" in words
    assert "Note for editors and translators: Short." in words


def test_every_statement_of_the_shipped_content_stands_on_its_sheet_once(
    shipped_reading: Reading, library: Library
) -> None:
    """Nothing that readers see can be signed unseen."""
    for flow in library.flows.values():
        html = sheet_of(shipped_reading, flow.flow)
        count = sum(len(list(statements_of(library, step))) for step in flow.steps.values())
        assert html.count('<div class="statement">') == count
        assert html.count('<section class="page">') == len(flow.steps)


def test_the_sheet_holds_no_script_and_asks_for_nothing(shipped_reading: Reading) -> None:
    """It goes by mail to lawyers: it must be safe to open and work on paper."""
    html = sheet_of(shipped_reading, "detention")
    assert not re.search(r"<script|<link|<img|<iframe|@import|url\(|\son[a-z]+=", html)
    assert "default-src 'none'; style-src 'unsafe-inline'" in html


def test_words_of_the_content_are_not_markup_of_the_sheet() -> None:
    html = sheet_of(reading_of(planted("flows/paper.yaml", "- the paper", "- the <b>paper</b>")), "paper")
    assert "the &lt;b&gt;paper&lt;/b&gt;" in html


def test_every_kind_and_sensitivity_has_its_words(library: Library) -> None:
    assert {source.kind for source in library.sources.values()} <= set(KINDS)
    assert {step.sensitivity for step in library.steps.values()} <= set(SENSITIVITIES)
