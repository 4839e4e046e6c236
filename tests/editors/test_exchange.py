"""Translations that leave as a spreadsheet or XLIFF and come back."""

import io
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from translate.storage.xliff import xlifffile

from bot.content.checks.inspection import make_inspection
from bot.content.library import Library
from bot.content.reader import Reading
from bot.editors.exchange import Returned, Row, Table, Taken, rows_of, take
from bot.editors.spreadsheet import read_spreadsheet, write_spreadsheet
from bot.editors.xliff import read_xliff, write_xliff
from bot.i18n.ledger import State
from tests.content.sample import reading_of, sample_files

Format = tuple[Callable[[Iterable[Row], str], bytes], Callable[[bytes], Table]]
FORMATS: tuple[Format, ...] = ((write_spreadsheet, read_spreadsheet), (write_xliff, read_xliff))
TITLE = "help.start.title"
TEXT = "help.start.text"


@pytest.fixture(scope="module")
def reading() -> Reading:
    """The sample as read."""
    return reading_of(sample_files())


@pytest.fixture(scope="module")
def sample(reading: Reading) -> Library:
    """The sample as a library."""
    assert reading.library is not None
    return reading.library


def come_back(sample: Library, changes: dict[str, str]) -> list[Returned]:
    """Return all Arabic texts as they come back, some of them changed."""
    rows = rows_of(sample, "ar", (), ())
    return [
        Returned(number, row.context, row.english, changes.get(row.context, row.translation), row.mark)
        for number, row in enumerate(rows, 2)
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_what_comes_back_untouched_changes_nothing(form: Format, reading: Reading, sample: Library) -> None:
    """Every text of the content, through the file and back."""
    write, read = form
    table = read(write(rows_of(sample, "ar", (), ()), "ar"))
    assert table.locale == "ar"
    assert take(reading, sample, "ar", table.rows) == Taken({}, len(sample.source_texts), ())


texts = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"], include_characters="\n"), max_size=60).map(
    str.strip
)


@pytest.mark.parametrize("form", FORMATS)
@given(english=texts, translation=texts)
def test_any_text_survives_the_way_there_and_back(form: Format, english: str, translation: str) -> None:
    """Signs of XML, of formulas, of any script; line breaks."""
    write, read = form
    row = Row("a.b.text", "", english, "", 0, State.MACHINE, translation, "", "0f")
    back = read(write([row], "ar")).rows[0]
    assert (back.context, back.english, back.translation, back.mark) == ("a.b.text", english, translation, "0f")


@pytest.mark.parametrize("text", ["=1+1", "+32", "@SUM(A1)", "-x", "1", "TRUE", "2026-01-01", "]]>", "<g>&amp;</g>"])
@pytest.mark.parametrize("form", FORMATS)
def test_no_text_becomes_a_formula_a_number_or_markup(form: Format, text: str) -> None:
    write, read = form
    row = Row("a.b.text", "", text, "", 0, State.MACHINE, text, "", "")
    assert read(write([row], "ar")).rows[0].translation == text


def test_a_row_shows_the_translator_page_note_limit_state_and_link(sample: Library) -> None:
    rows = {row.context: row for row in rows_of(sample, "ar", ["help"], ())}
    button = rows[
        "help.start.option.numbers" if "help.start.option.numbers" in rows else "help.start.option.help-numbers"
    ]
    assert (button.page, button.link, button.limit, button.note) == (
        "What this bot does",
        "/ar/help/start",
        60,
        "Button.",
    )
    assert button.state == "machine"
    assert {row.context.partition(".")[0] for row in rows.values()} == {"help"}


def test_only_texts_in_the_wanted_states_are_sent_out(sample: Library) -> None:
    assert rows_of(sample, "ar", (), [State.MISSING]) == []


def test_a_changed_text_is_taken_and_the_rest_stays(reading: Reading, sample: Library) -> None:
    outcome = take(reading, sample, "ar", come_back(sample, {TITLE: "نص جديد"}))
    assert outcome == Taken({TITLE: "نص جديد"}, len(sample.source_texts) - 1, ())


@pytest.mark.parametrize(
    ("context", "text", "words"),
    [
        (TEXT, "**نص**", "{duration.telegram_delete} is missing"),
        (TEXT, "**نص** {duration.telegram_delete} {phone.emergency}", "does not show {phone.emergency}"),
        (TEXT, "نص {duration.telegram_delete}", "1 pairs of **"),
        (TEXT, "**نص** {duration.telegram_delete} ٤٨", "٤٨"),
        (TEXT, "**نص** {duration.telegram_delete", "{duration.telegram_delete is not"),
        (TITLE, "ن" * 91, "can have 90 characters"),
        (TITLE, "What it is", "no letter"),
        (TITLE, "نص!", "exclamation"),
        (TITLE, "نص https://x.be", "https://x.be"),
        (TITLE, "نص \u202e", "direction sign"),
        (TITLE, "**نص**", "no bold"),
    ],
)
def test_a_row_that_lost_something_is_refused_by_number_and_the_rest_taken(
    reading: Reading, sample: Library, context: str, text: str, words: str
) -> None:
    other = "paper.decision.title"
    returned = come_back(sample, {context: text, other: "نص آخر"})
    number = next(row.number for row in returned if row.context == context)
    outcome = take(reading, sample, "ar", returned)
    assert outcome.texts == {other: "نص آخر"}
    assert any(line.startswith(f"Row {number}, {context}: ") for line in outcome.refusals)
    assert words.replace("{duration.telegram_delete is not", "reader would see the brace") in " ".join(outcome.refusals)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"english": "What this bot is"}, "another English than today's"),
        ({"context": "help.gone.title"}, "no such text"),
        ({"mark": "0123456789ab"}, "after the export"),
    ],
)
def test_a_row_made_from_something_else_is_refused(
    reading: Reading, sample: Library, change: dict[str, str], words: str
) -> None:
    row = next(row for row in come_back(sample, {TITLE: "نص جديد"}) if row.context == TITLE)
    outcome = take(reading, sample, "ar", [replace(row, **change)])  # type: ignore[arg-type]  # texts only
    assert outcome.texts == {}
    assert words in outcome.refusals[0]


def test_of_two_translations_of_one_text_neither_is_taken(reading: Reading, sample: Library) -> None:
    row = next(row for row in come_back(sample, {TITLE: "نص جديد"}) if row.context == TITLE)
    outcome = take(reading, sample, "ar", [row, replace(row, number=99, translation="نص ثان")])
    assert outcome.texts == {}
    assert outcome.refusals[0].startswith("Row 99")


def test_an_old_translation_is_not_put_back_over_a_newer_one(reading: Reading, sample: Library) -> None:
    """Exported, then changed here, and it came back untouched: the newer one stays, without a word."""
    row = next(row for row in come_back(sample, {}) if row.context == TITLE)
    newer = {**sample.texts["ar"], TITLE: replace(sample.texts["ar"][TITLE], text="نص أحدث")}
    outcome = take(reading, replace(sample, texts={**sample.texts, "ar": newer}), "ar", [row])
    assert outcome == Taken({}, 1, ())


def test_columns_may_be_moved_and_hidden_but_not_renamed() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "wegwijs ar"
    sheet.append(["translation", "context", "English"])
    sheet.append(["x\r\ny", "a.b.text", "z"])
    sheet.append([None, None, None])
    buffer = io.BytesIO()
    book.save(buffer)
    assert read_spreadsheet(buffer.getvalue()) == Table("ar", (Returned(2, "a.b.text", "z", "x\ny"),))
    sheet["A1"] = "Arabic"
    book.save(buffer := io.BytesIO())
    with pytest.raises(ValueError, match="headings must stay"):
        read_spreadsheet(buffer.getvalue())


def test_a_spreadsheet_opens_from_the_right_where_the_language_does(sample: Library) -> None:
    sheet = load_workbook(io.BytesIO(write_spreadsheet(rows_of(sample, "ar", ["help"], ()), "ar"))).active
    assert sheet is not None
    assert sheet["G2"].alignment.readingOrder == 2
    assert sheet["C2"].alignment.readingOrder == 1


BOMB = b"""<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xliff version="1.2"><file>&b;</file></xliff>"""


@pytest.mark.parametrize("data", [b"", b"x", b"<xliff/>", BOMB, b"PK\x03\x04", b"<a>\xff</a>"])
@pytest.mark.parametrize("read", [read_spreadsheet, read_xliff])
def test_what_is_no_such_file_is_refused_in_words(read: Callable[[bytes], Table], data: bytes) -> None:
    with pytest.raises(ValueError, match="It "):
        read(data)


def test_signs_of_a_translators_program_are_taken_away() -> None:
    data = write_xliff([Row("a.b.text", "", "One two", "", 0, State.MACHINE, "Een twee", "", "")], "nl")
    marked = data.replace(b"Een twee", b'<mrk mtype="seg" mid="1">Een <g id="1">twee</g></mrk>')
    assert read_xliff(marked).rows[0].translation == "Een twee"


def test_the_library_behind_weblate_reads_and_changes_what_we_write() -> None:
    """translate-toolkit: id, source, target, note, limit, and whether it needs another look."""
    rows = [
        Row(
            "a.b.text", "Page & co", "Call {phone.x}\n\n- <b>", "Mind & it", 60, State.OUTDATED, "Bel", "/nl/a/b", "0f"
        ),
        Row("a.b.title", "Page", "Title", "", 0, State.MISSING, "", "", ""),
    ]
    document = xlifffile.parsestring(write_xliff(rows, "nl"))  # type: ignore[no-untyped-call]  # it has no types
    first, second = document.units
    assert (first.source, first.target, first.getnotes()) == ("Call {phone.x}\n\n- <b>", "Bel", "Mind & it")
    assert (first.isfuzzy(), second.isfuzzy(), second.target) == (True, False, None)
    second.target = "Titel"
    back = read_xliff(bytes(document)).rows
    assert [(row.context, row.translation, row.mark) for row in back] == [
        ("a.b.text", "Bel", "0f"),
        ("a.b.title", "Titel", ""),
    ]


def test_the_checks_of_a_row_are_silent_on_the_content_itself(reading: Reading, sample: Library) -> None:
    """Whoever sends back what is there already is never refused for it."""
    inspection = make_inspection(reading, sample, None)
    assert inspection.translations
    changed = come_back(sample, {})
    outcome = take(
        reading, sample, "ar", [replace(row, mark="", translation=f"{row.translation} نص") for row in changed]
    )
    assert outcome.refusals == ()
