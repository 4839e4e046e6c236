"""`wegwijs review`, through real files: printed, signed, recorded, and a draft again after any edit."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.review import review
from bot.content.signing import flow_fingerprint
from bot.content.talks import BELGIUM
from bot.dialogue.inputs import Pressed
from bot.dialogue.position import Act, home
from bot.dialogue.respond import respond
from bot.errors import ContentFaultyError, ReviewRefusedError
from bot.storage.content_folder import read_folder
from tests.content.sample import library_of, sample_files, written

TODAY = datetime.now(BELGIUM).date()
YESTERDAY = (TODAY - timedelta(days=1)).isoformat()
TOMORROW = (TODAY + timedelta(days=1)).isoformat()
PAPER = "flows/paper.yaml"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder on disk."""
    return written(tmp_path / "content", sample_files())


def run(content: Path, *arguments: str) -> Result:
    """Run the command on a content folder."""
    return CliRunner(env={"CONTENT_DIR": str(content)}).invoke(review, arguments)


def refusal_of(result: Result) -> str:
    """Return the line with which a command was refused."""
    assert isinstance(result.exception, ReviewRefusedError), result.output
    return str(result.exception)


def hash_of(content: Path) -> str:
    """Return the hash that a sheet about papers shows."""
    return flow_fingerprint(library_of(read_folder(content)), "paper")


def sign(content: Path) -> Result:
    """Record that a lawyer signed the sheet about papers yesterday."""
    return run(content, "import", "paper", "--role", "lawyer", "--date", YESTERDAY, "--hash", hash_of(content))


def edit(content: Path, file: str, old: str, new: str) -> None:
    """Change one place of a file, as an editor does."""
    text = (content / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (content / file).write_text(text.replace(old, new), encoding="utf-8")


def page(content: Path) -> str:
    """Return the page about a decision as the bot shows it in English."""
    library = library_of(read_folder(content))
    noon = datetime.now(BELGIUM).replace(hour=12)
    return respond(library, home("en").forward(Act.STEP, "step:paper.decision"), Pressed(), noon).message.words


def test_a_sheet_for_each_flow_and_one_file_to_fill_in_are_written(content: Path, tmp_path: Path) -> None:
    result = run(content, "export", "--to", str(tmp_path / "new" / "sheets"))
    assert result.exit_code == 0
    written_files = sorted(path.name for path in (tmp_path / "new" / "sheets").iterdir())
    assert written_files == ["help.html", "paper.html", "sign-offs.yaml"]
    assert hash_of(content) in (tmp_path / "new" / "sheets" / "paper.html").read_text(encoding="utf-8")


def test_only_the_named_flows_are_printed(content: Path, tmp_path: Path) -> None:
    assert run(content, "export", "help", "--to", str(tmp_path / "sheets")).exit_code == 0
    assert not (tmp_path / "sheets" / "paper.html").exists()
    assert "paper" not in (tmp_path / "sheets" / "sign-offs.yaml").read_text(encoding="utf-8")


def test_an_unknown_flow_is_refused_before_anything_is_written(content: Path, tmp_path: Path) -> None:
    result = run(content, "export", "papr", "--to", str(tmp_path / "sheets"))
    assert refusal_of(result) == 'There is no flow "papr". Did you mean "paper"?'
    assert not (tmp_path / "sheets").exists()


def test_a_file_that_somebody_began_to_fill_in_is_not_written_over(content: Path, tmp_path: Path) -> None:
    run(content, "export", "--to", str(tmp_path))
    assert run(content, "export", "--to", str(tmp_path)).exit_code == 0
    file = tmp_path / "sign-offs.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace('role: ""', "role: lawyer", 1), encoding="utf-8")
    assert "is filled in already" in refusal_of(run(content, "export", "--to", str(tmp_path)))
    assert "role: lawyer" in file.read_text(encoding="utf-8")


def test_a_faulty_content_is_neither_printed_nor_signed(content: Path, tmp_path: Path) -> None:
    edit(content, PAPER, "to: help.numbers", "to: help.nubmers")
    for arguments in (
        ("export", "--to", str(tmp_path)),
        ("import", "paper"),
        ("confirm", "paper", "--date", YESTERDAY),
    ):
        assert isinstance(run(content, *arguments).exception, ContentFaultyError)


def test_a_signed_page_says_so_and_any_later_edit_makes_it_a_draft_again(content: Path) -> None:
    """The whole way: draft, signed, edited, edited back, then a deadline in facts.yaml."""
    assert "Draft" in page(content)
    assert sign(content).output.startswith(f"paper is confirmed by lawyer on {YESTERDAY}.")
    assert "lawyer" in page(content)
    assert "Draft" not in page(content)
    edit(content, PAPER, "written on the decision", "printed on the decision")
    assert "Draft" in page(content)
    edit(content, PAPER, "printed on the decision", "written on the decision")
    assert "Draft" not in page(content)
    edit(content, "facts.yaml", "10 days", "5 days")
    assert "5 days" in page(content)
    assert "Draft" in page(content)


def test_the_editors_lines_and_comments_stay(content: Path) -> None:
    edit(content, PAPER, "owner: content-team", "owner: content-team   # ask them\n# the beginning")
    before = (content / PAPER).read_text(encoding="utf-8")
    sign(content)
    line = f'signed-off: {{role: "lawyer", date: {YESTERDAY}, hash: "{hash_of(content)}"}}\n'
    assert (content / PAPER).read_text(encoding="utf-8") == before.replace("# ask them\n", f"# ask them\n{line}")


def test_a_later_signature_takes_the_place_of_the_former(content: Path) -> None:
    sign(content)
    mark = hash_of(content)
    assert run(content, "import", "paper", "--role", "counsellor", "--date", YESTERDAY, "--hash", mark).exit_code == 0
    assert (content / PAPER).read_text(encoding="utf-8").count("signed-off") == 1
    assert "counsellor" in page(content)


def test_a_sheet_of_another_text_is_refused_and_nothing_is_written(content: Path) -> None:
    mark = hash_of(content)
    edit(content, "facts.yaml", "10 days", "5 days")
    before = read_folder(content)
    refusal = refusal_of(run(content, "import", "paper", "--role", "lawyer", "--date", YESTERDAY, "--hash", mark))
    assert "the text or a fact has changed since" in refusal
    assert read_folder(content) == before


def test_several_sheets_are_taken_at_once_or_none(content: Path, tmp_path: Path) -> None:
    """One wrong date, and the other sheet waits too: nobody has to find out what was taken."""
    run(content, "export", "--to", str(tmp_path))
    file = tmp_path / "sign-offs.yaml"
    filled = file.read_text(encoding="utf-8").replace('role: ""', "role: lawyer")
    file.write_text(
        filled.replace('date: ""', f"date: {TOMORROW}", 1).replace('date: ""', f"date: {YESTERDAY}"), encoding="utf-8"
    )
    before = read_folder(content)
    assert "has not come yet" in refusal_of(run(content, "import", "--from", str(file)))
    assert read_folder(content) == before
    file.write_text(filled.replace('date: ""', f"date: {YESTERDAY}"), encoding="utf-8")
    assert run(content, "import", "--from", str(file)).exit_code == 0
    assert run(content, "status").output.count("confirmed by lawyer") == 2


def test_a_printed_page_that_changed_is_named(content: Path, tmp_path: Path) -> None:
    run(content, "export", "--to", str(tmp_path))
    file = tmp_path / "sign-offs.yaml"
    filled = (
        file.read_text(encoding="utf-8").replace('role: ""', "role: lawyer").replace('date: ""', f"date: {YESTERDAY}")
    )
    file.write_text(filled, encoding="utf-8")
    edit(content, "facts.yaml", "10 days", "5 days")
    assert ": changed decision. " in refusal_of(run(content, "import", "--from", str(file)))


@pytest.mark.parametrize("arguments", [[], ["paper", "--from", "{file}"]])
def test_a_flow_or_a_file_is_needed_and_not_both(content: Path, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "x.yaml").write_text("", encoding="utf-8")
    filled = [word.replace("{file}", str(tmp_path / "x.yaml")) for word in arguments]
    assert refusal_of(run(content, "import", *filled)) == "Name one flow, or a filled-in file with --from."


@pytest.mark.parametrize(("text", "sentence"), [("", "Nothing in"), ("- x", "is no file of sign-offs")])
def test_a_file_without_anything_to_record_says_so(content: Path, tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    assert sentence in refusal_of(run(content, "import", "--from", str(tmp_path / "x.yaml")))


def test_still_correct_is_one_act_and_keeps_the_signature(content: Path) -> None:
    sign(content)
    assert run(content, "confirm", "paper", "--date", YESTERDAY).exit_code == 0
    assert f"\nchecked: {YESTERDAY}\n" in (content / PAPER).read_text(encoding="utf-8")
    assert "Draft" not in page(content)
    assert f"compared with its live sources on {YESTERDAY}" in run(content, "status").output
    assert run(content, "confirm", "paper", "--date", TODAY.isoformat()).exit_code == 0
    assert (content / PAPER).read_text(encoding="utf-8").count("checked:") == 1


@pytest.mark.parametrize(
    ("flow", "day", "sentence"),
    [
        ("papr", YESTERDAY, 'Did you mean "paper"?'),
        ("paper", TOMORROW, "has not come yet"),
        ("paper", "soon", "is no day"),
        ("paper", "2020-01-01", "was compared later already"),
    ],
)
def test_a_comparison_that_cannot_be_is_refused(content: Path, flow: str, day: str, sentence: str) -> None:
    run(content, "confirm", "paper", "--date", YESTERDAY)
    assert sentence in refusal_of(run(content, "confirm", flow, "--date", day))


def test_a_file_of_an_unusual_form_is_refused_whole(content: Path) -> None:
    """Nothing is written into a file that the line would break."""
    (content / "flows/tiny.yaml").write_text(
        "{flow: tiny, title: Tiny, owner: t, start: s, steps: {s: {title: A page, text: Words., sources: none, "
        "options: [{text: Back, to: help.start}]}}}\n",
        encoding="utf-8",
    )
    edit(
        content,
        "flows/help.yaml",
        "        to: paper.start",
        "        to: paper.start\n      - {text: Tiny, to: tiny.s}",
    )
    before = read_folder(content)
    mark = flow_fingerprint(library_of(before), "tiny")
    result = run(content, "import", "tiny", "--role", "lawyer", "--date", YESTERDAY, "--hash", mark)
    assert "Write it there yourself: signed-off: {" in refusal_of(result)
    assert read_folder(content) == before
