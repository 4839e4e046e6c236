import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.check import check
from bot.cli.check_words import as_text
from bot.content.issues import Mark, error
from bot.errors import ContentUnreadableError
from bot.storage.content_folder import read_folder
from tests.content.sample import Files, planted, sample_files, written

DANGLING = ("flows/paper.yaml", "to: help.numbers", "to: help.nubmers")


def _written(folder: Path, files: Files) -> str:
    return str(written(folder, files))


def test_a_content_without_faults_ends_well(tmp_path: Path) -> None:
    result = CliRunner().invoke(check, [_written(tmp_path, sample_files())])
    assert result.exit_code == 0
    assert result.output == f"0 errors, 0 warnings, 0 notes in {len(sample_files())} files\n"


def test_an_error_is_shown_with_its_line_its_place_and_its_mend(tmp_path: Path) -> None:
    result = CliRunner().invoke(check, [_written(tmp_path, planted(*DANGLING))])
    assert result.exit_code == 1
    assert result.output.splitlines()[:8] == [
        "flows/paper.yaml",
        "",
        "  line 38, error link-dangling",
        "   38 | to: help.nubmers",
        "            ^~~~~~~~~~~~",
        '    There is no step "help.nubmers", so a person who comes here finds nothing.',
        '    Did you mean "help.numbers"?',
        "",
    ]
    assert result.output.splitlines()[-1].startswith("1 error, 0 warnings, 2 notes in ")


def test_the_folder_of_the_settings_is_checked_if_none_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONTENT_DIR", _written(tmp_path, sample_files()))
    assert CliRunner().invoke(check, []).exit_code == 0


def test_dates_are_compared_only_when_asked(tmp_path: Path) -> None:
    files = planted("notices.yaml", "from: 2026-12-01\n  until: 2026-12-02", "from: 2020-12-01\n  until: 2020-12-02")
    folder = _written(tmp_path, files)
    assert "notice-over" not in CliRunner().invoke(check, [folder]).output
    assert "notice-over" in CliRunner().invoke(check, [folder, "--today"]).output


def test_a_program_reads_the_issues_as_json(tmp_path: Path) -> None:
    result = CliRunner().invoke(check, [_written(tmp_path, planted(*DANGLING)), "--format", "json"])
    issue = json.loads(result.output)[0]
    assert (issue["code"], issue["severity"], issue["mark"]["line"]) == ("link-dangling", "error", 38)


def test_github_shows_the_issues_beside_the_lines(tmp_path: Path) -> None:
    result = CliRunner().invoke(check, [_written(tmp_path, planted(*DANGLING)), "--format", "github"])
    expected = f"::error file={tmp_path}/flows/paper.yaml,line=38,col=13,title=link-dangling::There is no step"
    assert result.output.startswith(expected)


def test_signs_that_github_keeps_for_itself_are_written_otherwise(tmp_path: Path) -> None:
    files = planted("flows/help.yaml", "It is free.", "It is 100% free.")
    result = CliRunner().invoke(check, [_written(tmp_path, files), "--format", "github"])
    assert "100%25" not in result.output
    assert 'The number "100" stands' in result.output


def test_a_missing_folder_is_one_clear_sentence(tmp_path: Path) -> None:
    result = CliRunner().invoke(check, [str(tmp_path / "nowhere")])
    assert isinstance(result.exception, ContentUnreadableError)


def test_a_long_line_is_shown_around_its_place() -> None:
    mark = Mark("a.yaml", 3, 190, "x" * 189 + "HERE" + "y" * 100)
    lines = as_text(error("prose-number", mark, "A sentence.")).splitlines()
    assert lines[1][lines[2].index("^") :].startswith("HERE")
    assert len(lines[1]) <= 110


@pytest.mark.parametrize(
    ("code", "column", "line", "underlined"),
    [
        ("entry-key", 3, "  sensitivty: red", "sensitivty:"),
        ("entry-choice", 3, "  sensitivity: orange is it", "orange is it"),
        ("link-dead-end", 3, "  visits:", "visits:"),
        ("prose-number", 6, "  a  10 days", "10"),
        ("link-missing", 3, "  - text: Go on", "Go on"),
        ("yaml-sign", 10, "  title: {x", "{"),
        ("talk-button", 1, "> [Go on]", "> [Go on]"),
        ("translation-markup", 1, 'msgctxt "a.b"', '"a.b"'),
    ],
)
def test_what_is_wrong_is_underlined_the_key_or_its_value(code: str, column: int, line: str, underlined: str) -> None:
    _, quote, marks, *_ = as_text(error(code, Mark("a.yaml", 2, column, line), "A sentence.")).splitlines()
    start, end = marks.index("^"), len(marks)
    assert quote[start:end] == underlined


def test_a_tab_does_not_shift_what_is_underlined() -> None:
    lines = as_text(error("yaml-tab", Mark("a.yaml", 2, 1, "\ta: b"), "A sentence.")).splitlines()
    assert lines[1:3] == ["    2 | a: b", "        ^~"]


def test_an_issue_about_a_whole_file_has_no_quoted_line() -> None:
    assert as_text(error("file-missing", Mark("bot.yaml"), "Gone.", "Bring it back.")).splitlines() == [
        "  error file-missing",
        "    Gone.",
        "    Bring it back.",
    ]


def test_what_needs_no_thought_is_mended_and_said_once(tmp_path: Path) -> None:
    files = sample_files()
    files["flows/paper.yaml"] = files["flows/paper.yaml"].replace(
        b"    sensitivity: red", b"\tsensitivity\xc2\xa0: red \r"
    )
    folder = _written(tmp_path, files)
    result = CliRunner().invoke(check, [folder, "--fix"])
    assert result.output.splitlines()[:6] == [
        "Mended:",
        "  flows/paper.yaml: changed the line ends of Windows to those of YAML",
        "  flows/paper.yaml, line 29: removed spaces at the end",
        "  flows/paper.yaml, line 29: replaced or removed an invisible character",
        "  flows/paper.yaml, line 29: replaced tabs by spaces",
        "",
    ]


def test_catalogues_and_ids_are_brought_in_step_only_if_all_is_whole(tmp_path: Path) -> None:
    files = planted("flows/help.yaml", "It is free.", "It costs nothing.")
    files["flows/help.yaml"] = files["flows/help.yaml"].replace(b"to: start\n", b"to: start\n        answer: known\n")
    files["flows/help.yaml"] = files["flows/help.yaml"].replace(
        b"    always-shown: true\n", b"    always-shown: true\n    remember: known\n"
    )
    folder = _written(tmp_path, files | {"facts.yaml": b"a.b: {value: 1}\n"})
    assert CliRunner().invoke(check, [folder, "--fix"]).output.startswith("Nothing to mend.\n")
    (tmp_path / "facts.yaml").write_bytes(files["facts.yaml"])
    first = CliRunner().invoke(check, [folder, "--fix"]).output
    assert first.splitlines()[:5] == [
        "Mended:",
        "  locales/ar/LC_MESSAGES/help.po: brought in step with the content",
        "  locales/ar/ledger/help.yaml: brought in step with the content",
        "  ids.lock: brought in step with the content",
        "",
    ]
    before = read_folder(tmp_path)
    assert CliRunner().invoke(check, [folder, "--fix"]).output.startswith("Nothing to mend.\n")
    assert read_folder(tmp_path) == before
    assert "known" in before["ids.lock"].decode()


def test_a_program_gets_what_was_mended_beside_its_json(tmp_path: Path) -> None:
    folder = _written(tmp_path, planted("flows/help.yaml", "It is free.", "It is free. "))
    result = CliRunner().invoke(check, [folder, "--fix", "--format", "json"])
    assert json.loads(result.stdout) == []
    assert "removed spaces at the end" in result.stderr
