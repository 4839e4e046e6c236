from bot.content.checks.inspection import make_inspection
from bot.content.checks.prose import count_words, split_sentences
from bot.content.checks.reach import taps_to
from bot.content.checks.written import catalogue_marks, locate
from bot.content.issues import Mark
from bot.content.reader import Reading
from tests.content.sample import reading_of, sample_files

CATALOGUE = b"""\
msgctxt "flow.title"
msgid "The paper"
msgstr "Het papier: the paper"

msgctxt ""
"flow.a-very-long-step."
"title"
msgid "x"
msgstr ""
"y "
"z"

msgctxt "cut off"
"""


def _reading() -> Reading:
    return Reading(files={"a.po": CATALOGUE, "a.yaml": b"a:\n  text: |\n    One two\n    three\n  note: four\n"})


def test_each_context_of_a_catalogue_has_its_line_even_if_it_is_wrapped() -> None:
    marks = catalogue_marks(_reading(), "a.po")
    assert {context: mark.line for context, mark in marks.items()} == {
        "flow.title": 1,
        "flow.a-very-long-step.title": 5,
        "cut off": 13,
    }


def test_a_fragment_of_a_translation_is_found_in_the_translation_and_not_in_the_english() -> None:
    mark = catalogue_marks(_reading(), "a.po")["flow.title"]
    found = locate(_reading(), mark, "paper")
    assert (found.line, found.quote) == (3, 'msgstr "Het papier: the paper"')


def test_a_fragment_of_another_entry_is_not_found() -> None:
    marks = catalogue_marks(_reading(), "a.po")
    assert locate(_reading(), marks["flow.title"], "z") == marks["flow.title"]
    key = Mark("a.yaml", 2, 3, "  text: |")
    assert locate(_reading(), key, "four") == key
    assert locate(_reading(), key, "") == key
    assert locate(_reading(), key, "nowhere") == key
    last = Mark("a.yaml", 5, 3, "  note: four")
    assert locate(_reading(), last, "nowhere") == last


def test_a_fragment_of_a_text_is_found_on_its_own_line() -> None:
    key = Mark("a.yaml", 2, 3, "  text: |")
    assert locate(_reading(), key, "three") == Mark("a.yaml", 4, 5, "    three")


def test_every_text_of_the_sample_stands_where_its_mark_says() -> None:
    reading = reading_of(sample_files())
    assert reading.library is not None
    inspection = make_inspection(reading, reading.library, None)
    assert len(list(inspection.translations)) == len(list(inspection.sources))
    for written in inspection.sources:
        first = written.text.split()[0].strip("{}*")
        if written.kind != "keywords":
            assert first in locate(reading, written.mark, first).quote, written.source.context
    for written in inspection.translations:
        assert written.source.context in written.mark.quote


def test_sentences_end_at_stops_lines_and_entries_of_lists() -> None:
    text = 'Say: "I want a lawyer." Wait. You can:\n- ask\n- call {phone.police} now'
    assert list(split_sentences(text)) == [
        'Say: "I want a lawyer.',
        "Wait.",
        "You can:",
        "ask",
        "call {phone.police} now",
    ]


def test_a_fact_counts_as_one_word_and_a_dash_as_none() -> None:
    assert count_words("call {phone.police} – today") == 3


def test_taps_are_counted_from_the_menu_by_the_shortest_way() -> None:
    library = reading_of(sample_files()).library
    assert library is not None
    assert taps_to(library, ["help.start"]) == {
        "help.start": 1,
        "paper.start": 2,
        "help.numbers": 2,
        "paper.decision": 3,
    }
    assert taps_to(library, ["no.where"]) == {}
