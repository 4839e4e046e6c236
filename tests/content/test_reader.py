from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content.issues import has_errors
from bot.content.reader import read_content
from bot.dialogue.checking import check_content
from tests.content.sample import planted, reading_of, sample_files

NAMES = sorted(sample_files())
_YAML_LIKE = st.text(alphabet=st.sampled_from("abc:-{}[]|>&*!#'\" \n\t.0é"), max_size=60).map(str.encode)
_UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)


@_UNHURRIED
@given(st.sampled_from(NAMES), st.one_of(st.binary(max_size=200), _YAML_LIKE))
def test_no_bytes_in_any_file_raise(name: str, data: bytes) -> None:
    issues = check_content(read_content(sample_files() | {name: data}))
    assert all(issue.sentence for issue in issues)


@_UNHURRIED
@given(st.sampled_from(NAMES), st.data())
def test_no_cut_and_no_changed_line_of_any_file_raises(name: str, data: st.DataObject) -> None:
    lines = sample_files()[name].splitlines(keepends=True)
    number = data.draw(st.integers(0, max(0, len(lines) - 1)))
    changed = data.draw(st.one_of(st.just(b""), _YAML_LIKE.map(lambda line: line + b"\n")))
    lines[number : number + 1] = [changed]
    check_content(read_content(sample_files() | {name: b"".join(lines)}))


@_UNHURRIED
@given(st.sampled_from(NAMES))
def test_no_missing_file_raises(name: str) -> None:
    files = sample_files()
    del files[name]
    check_content(read_content(files))


def test_an_empty_folder_is_said_and_does_not_raise() -> None:
    reading = read_content({})
    assert reading.library is None
    assert has_errors(check_content(reading))


def test_the_sample_is_read_whole() -> None:
    library = reading_of(sample_files()).library
    assert library is not None
    assert list(library.steps) == ["help.start", "help.numbers", "paper.start", "paper.decision"]
    assert library.moved == {"paper.old-decision": "paper.decision"}
    assert library.content_date.isoformat() == "2026-11-21"


def test_a_target_without_a_flow_is_one_of_its_own() -> None:
    library = reading_of(sample_files()).library
    assert library is not None
    assert library.steps["help.start"].options[1].to == "help.numbers"


def test_an_entry_that_cannot_be_read_is_left_out_and_remembered() -> None:
    reading = reading_of(planted("facts.yaml", "value: 10 days", "valeu: 10 days"))
    assert reading.unreadable == {"fact:deadline.appeal_short"}
    assert reading.library is not None
    assert "deadline.appeal_short" not in reading.library.facts


def test_a_mark_leads_to_the_line_of_an_entry() -> None:
    reading = reading_of(sample_files())
    assert reading.mark("step:paper.decision", "options", 1, "to").quote.strip() == "to: help.numbers"
    assert reading.mark("fact:phone.emergency", "value").line == 2
