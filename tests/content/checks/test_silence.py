"""What is not said: nothing twice, nothing about entries that could not be read."""

from datetime import date

from bot.content.audio import entries_file
from bot.content.checks.all_checks import run_checks
from bot.content.checks.codes import Code
from bot.content.checks.inspection import make_inspection
from bot.content.issues import Severity
from bot.content.reader import read_content
from bot.dialogue.checking import check_content, check_messages
from tests.content.sample import RECORDED, Files, issues_of, planted, reading_of, sample_files, with_catalogue_text

PAPER = "flows/paper.yaml"
HELP = "flows/help.yaml"


def _errors(files: Files) -> set[str]:
    return {issue.code for issue in issues_of(files) if issue.severity is Severity.ERROR}


def test_links_into_a_flow_that_cannot_be_read_are_not_reported_again() -> None:
    assert _errors(planted(PAPER, "sensitivity: red", "sensitivity: orange")) == {Code.ENTRY_CHOICE}


def test_links_into_a_flow_that_yaml_cannot_read_are_not_reported_again() -> None:
    assert _errors(planted(PAPER, "steps:", "\tsteps:")) == {Code.YAML_TAB}


def test_the_name_of_a_fact_that_cannot_be_read_is_not_reported_again() -> None:
    assert _errors(planted("facts.yaml", "value: 10 days", "valeu: 10 days")) == {Code.ENTRY_KEY, Code.ENTRY_MISSING}


def test_facts_of_a_file_that_cannot_be_read_are_not_missed() -> None:
    assert _errors(planted("facts.yaml", "phone.emergency:", "\tphone.emergency:")) == {Code.YAML_TAB}


def test_sources_of_a_file_that_cannot_be_read_are_not_missed() -> None:
    assert _errors(planted("sources.yaml", "alarm-page:", "\talarm-page:")) == {Code.YAML_TAB}


def test_a_source_that_cannot_be_read_is_not_missed() -> None:
    assert _errors(planted("sources.yaml", "kind: law", "kind: low")) == {Code.ENTRY_CHOICE}


def test_without_a_usable_bot_file_only_the_files_speak() -> None:
    reading = reading_of(planted("bot.yaml", "name: Sample\n", ""))
    assert check_content(reading) == reading.issues
    assert {issue.code for issue in check_content(reading)} == {Code.ENTRY_MISSING}


def test_the_list_of_checks_says_nothing_against_the_sample() -> None:
    reading = reading_of(sample_files())
    assert reading.library is not None
    assert run_checks(make_inspection(reading, reading.library, None)) == []


def test_without_a_day_nothing_depends_on_the_clock() -> None:
    dated = {Code.DATE_FUTURE, Code.AGE_OVERDUE, Code.AGE_WITHHELD, Code.NOTICE_OVER}
    reading = read_content(planted("facts.yaml", 'value: "112"', 'value: "112"\n  checked: 2999-01-01'))
    assert dated.isdisjoint(issue.code for issue in check_content(reading))
    assert Code.DATE_FUTURE in {issue.code for issue in check_content(reading, date(2026, 11, 21))}


def test_numbers_in_keywords_and_facts_are_allowed() -> None:
    assert _errors(planted(HELP, "keywords: emergency, ambulance", "keywords: emergency, 112, 9ter")) == set()


def test_a_fault_of_an_outdated_translation_is_a_warning() -> None:
    issues = issues_of(planted(HELP, "Call {phone.emergency} if", "Call {phone.emergency} or {term.council} if"))
    missing = [issue for issue in issues if issue.code == Code.PLACEHOLDER_MISSING]
    assert [issue.severity for issue in missing] == [Severity.WARNING]


def test_a_name_may_stay_as_it_is_in_another_script() -> None:
    files = planted(HELP, "text: A doctor", "text: JRS")
    assert Code.TRANSLATION_SCRIPT not in _errors(files)
    assert _errors(with_catalogue_text("bot.province.antwerp", "Antwerp")) == set()


def test_a_number_that_the_english_has_too_is_reported_there_only() -> None:
    files = planted(HELP, "text: A doctor", "text: A doctor of 9ter")
    translated = files | {
        "locales/ar/LC_MESSAGES/help.po": files["locales/ar/LC_MESSAGES/help.po"].replace(
            b"A doctor", b"A doctor of 9ter"
        )
    }
    assert _errors(translated) == {Code.PROSE_NUMBER}


def test_persian_joiners_and_french_spaces_are_allowed_in_translations() -> None:
    assert _errors(with_catalogue_text("help.start.title", "نص\u200cنص\u00a0؟")) == set()


def test_each_entry_of_a_list_is_its_own_sentence() -> None:
    items = "\n".join(f"      - {'you ' * 15}pay" for _ in range(3))
    assert _errors(planted(PAPER, "      - the paper", items)) == set()


def test_a_short_condition_on_a_step_is_read_too() -> None:
    files = planted(PAPER, "    card: true", "    card: true\n    when: {home: [address, none, not-given]}")
    assert _errors(files) == set()


def test_a_page_longer_than_a_message_is_found() -> None:
    reading = reading_of(planted(HELP, "It is free.", "It is free. " * 400))
    assert reading.library is not None
    issues = list(check_messages(make_inspection(reading, reading.library, None)))
    assert {issue.code for issue in issues} == {Code.LIMIT_MESSAGE}
    assert issues[0].mark.file == HELP
    assert issues[0].mend


def test_talks_are_not_played_while_something_else_is_wrong() -> None:
    files = planted(PAPER, "to: help.numbers", "to: help.nowhere")
    files["talks/paper.talk"] += b"> [No such button]\n"
    assert _errors(files) == {Code.LINK_DANGLING}


def test_issues_come_in_the_order_of_files_and_lines() -> None:
    files = planted(PAPER, "to: help.numbers", "to: help.nowhere")
    files |= {"facts.yaml": sample_files()["facts.yaml"].replace(b"10 days", b"ten days")}
    files |= {PAPER: files[PAPER].replace(b"places: legal", b"places: legl")}
    marks = [(issue.mark.file, issue.mark.line) for issue in issues_of(files)]
    assert marks == sorted(marks)
    assert len(marks) >= 3


def test_the_file_of_an_entry_that_cannot_be_read_is_not_missed() -> None:
    for old, new in (("role:", "rolle:"), (f"{RECORDED}:", f"\t{RECORDED}:")):
        codes = {issue.code for issue in issues_of(planted(entries_file("ar"), old, new))}
        assert Code.RECORDING_UNBOUND not in codes
        assert codes


def test_a_note_of_an_editor_among_the_recordings_is_no_entry() -> None:
    assert issues_of(sample_files() | {"audio/ar/to-do.yaml": b"ask: the interpreter\n"}) == []
