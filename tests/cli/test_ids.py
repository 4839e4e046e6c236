from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.ids import ids
from bot.content.keys import read_lock
from bot.errors import ContentFaultyError
from tests.content.sample import planted, sample_files, written


def test_new_ids_are_recorded_and_counted(tmp_path: Path) -> None:
    files = sample_files()
    del files["ids.lock"]
    folder = written(tmp_path, files)
    result = CliRunner().invoke(ids, [str(folder)])
    assert result.exit_code == 0
    recorded = read_lock((folder / "ids.lock").read_bytes())
    assert f"{len(recorded)} new" in result.output
    assert "step:paper.decision" in recorded


def test_an_id_that_is_gone_keeps_its_line(tmp_path: Path) -> None:
    files = planted("flows/help.yaml", "places: medical", "places: legal")
    files["ids.lock"] += b"abcd step:paper.gone\n"
    files["places/more.yaml"] = b"other-desk: {name: {en: Desk}, kinds: legal, seen: 2026-11-21}\n"
    folder = written(tmp_path, files)
    assert CliRunner().invoke(ids, [str(folder)]).output.startswith("1 new")
    recorded = read_lock((folder / "ids.lock").read_bytes())
    assert recorded["step:paper.gone"] == "abcd"
    assert set(read_lock(sample_files()["ids.lock"])) < set(recorded)


def test_without_new_ids_the_file_stays_as_it_is(tmp_path: Path) -> None:
    folder = written(tmp_path, sample_files())
    before = (folder / "ids.lock").stat().st_mtime_ns
    assert CliRunner().invoke(ids, [str(folder)]).output.startswith("0 new")
    assert (folder / "ids.lock").stat().st_mtime_ns == before


def test_a_record_that_cannot_be_read_is_never_written_over(tmp_path: Path) -> None:
    folder = written(tmp_path, sample_files() | {"ids.lock": b"broken\n"})
    result = CliRunner().invoke(ids, [str(folder)])
    assert isinstance(result.exception, ContentFaultyError)
    assert (folder / "ids.lock").read_bytes() == b"broken\n"


def test_ids_of_an_unusable_content_are_not_recorded(tmp_path: Path) -> None:
    folder = written(tmp_path, sample_files() | {"bot.yaml": b""})
    with pytest.raises(ContentFaultyError):
        CliRunner().invoke(ids, [str(folder)], catch_exceptions=False)
