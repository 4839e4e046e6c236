"""`wegwijs graph`: a topic as a picture."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.graph import graph
from tests.content.sample import planted, sample_files, written


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample as the content of this process."""
    folder = written(tmp_path / "content", sample_files())
    monkeypatch.setenv("CONTENT_DIR", str(folder))
    return folder


def test_a_topic_is_drawn_into_a_file(tmp_path: Path) -> None:
    """An SVG that stands alone."""
    result = CliRunner().invoke(graph, ["paper", str(tmp_path / "paper.svg")])
    assert result.output == f"{tmp_path / 'paper.svg'}: I got a paper, 2 pages\n"
    drawn = (tmp_path / "paper.svg").read_text("utf-8")
    assert drawn.startswith("<svg xmlns")
    assert "prefers-color-scheme: dark" in drawn


def test_mermaid_is_printed() -> None:
    """To be pasted into a page on GitHub."""
    assert CliRunner().invoke(graph, ["paper", "--format", "mermaid"]).output.startswith("flowchart LR\n")


def test_a_topic_that_does_not_exist_is_answered_with_the_nearest() -> None:
    """A slip of the finger."""
    result = CliRunner().invoke(graph, ["papper"])
    assert result.exit_code == 2
    assert 'Did you mean "paper"?' in result.output


def test_a_topic_without_its_first_page_cannot_be_drawn(content: Path) -> None:
    """The check says more."""
    written(content, planted("flows/paper.yaml", "start: start", "start: strat"))
    result = CliRunner().invoke(graph, ["paper"])
    assert result.exit_code == 2
    assert "wegwijs check" in result.output
