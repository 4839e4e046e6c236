import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.check import as_text, check
from bot.content.issues import Mark, error
from bot.errors import ContentUnreadableError
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
    assert result.output.splitlines()[:5] == [
        "flows/paper.yaml:38:13 error link-dangling",
        "            to: help.nubmers",
        "                ^",
        '  There is no step "help.nubmers", so a person who comes here finds nothing.',
        '  Did you mean "help.numbers"?',
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
    assert len(lines[1]) < 110


def test_an_issue_about_a_whole_file_has_no_quoted_line() -> None:
    assert as_text(error("file-missing", Mark("bot.yaml"), "Gone.", "Bring it back.")).splitlines() == [
        "bot.yaml:1:1 error file-missing",
        "  Gone.",
        "  Bring it back.",
    ]
