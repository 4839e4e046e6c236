"""`wegwijs translations export` and `import`, through real files."""

import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from bot.cli.translations import translations
from bot.errors import TranslationRefusedError
from bot.i18n.ledger import State
from bot.storage.content_folder import read_folder
from tests.content.sample import library_of, sample_files, written

TITLE = "help.start.title"
NEW = "نص جديد"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder on disk, in English and Arabic."""
    return written(tmp_path / "content", sample_files())


def run(content: Path, *words: str | Path) -> Result:
    """Run a command on a content folder."""
    return CliRunner(env={"CONTENT_DIR": str(content)}).invoke(translations, list(map(str, words)))


def type_in(file: Path, changes: dict[str, str]) -> None:
    """Type translations into an exported file, as a translator does."""
    if file.suffix == ".xlsx":
        book = load_workbook(file)
        sheet = book.active
        assert sheet is not None
        for row in sheet.iter_rows():
            if str(row[0].value) in changes:
                row[6].value = changes[str(row[0].value)]
        book.save(buffer := io.BytesIO())
        file.write_bytes(buffer.getvalue())
        return
    units = file.read_text(encoding="utf-8").split("<trans-unit ")
    for number, unit in enumerate(units):
        for context, text in changes.items():
            if unit.startswith(f'id="{context}"'):
                head, _, rest = unit.partition('<target state="needs-review-translation">')
                units[number] = f"{head}<target>{text}</target>{rest.partition('</target>')[2]}"
    file.write_text("<trans-unit ".join(units), encoding="utf-8")


@pytest.mark.parametrize("name", ["ar.xlsx", "ar.xlf"])
def test_there_and_back_untouched_changes_no_byte(content: Path, tmp_path: Path, name: str) -> None:
    before = read_folder(content)
    assert run(content, "export", "ar", tmp_path / name).exit_code == 0
    result = run(content, "import", "ar", tmp_path / name, "--role", "translator")
    assert result.output.startswith("0 texts taken, ")
    assert read_folder(content) == before


@pytest.mark.parametrize("name", ["ar.xlsx", "ar.xlf"])
def test_a_changed_text_is_a_persons_with_the_role_and_a_broken_one_is_named(
    content: Path, tmp_path: Path, name: str
) -> None:
    run(content, "export", "ar", tmp_path / name, "--flow", "help")
    type_in(tmp_path / name, {TITLE: NEW, "help.start.text": "نص"})
    result = run(content, "import", "ar", tmp_path / name, "--role", "translator")
    assert result.exit_code == 1
    assert "1 texts taken" in result.output
    assert "help.start.text: {duration.telegram_delete} is missing" in result.output
    texts = library_of(read_folder(content)).texts["ar"]
    assert (texts[TITLE].text, texts[TITLE].state) == (NEW, State.HUMAN)
    assert texts["help.start.text"].state is State.MACHINE
    ledger = (content / "locales/ar/ledger/help.yaml").read_text(encoding="utf-8")
    assert ledger.count('by: human, role: "translator"') == 1


def test_only_texts_in_wanted_states_are_sent_out(content: Path, tmp_path: Path) -> None:
    assert ": 0 texts" in run(content, "export", "ar", tmp_path / "x.xlf", "--state", "missing,outdated").output


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("export", "ar", "x.doc"), "must end in .xlsx"),
        (("export", "ra", "x.xlsx"), "is no language"),
        (("export", "ar", "x.xlsx", "--flow", "hepl"), 'Did you mean "help"?'),
        (("export", "ar", "x.xlsx", "--state", "machin"), 'Did you mean "machine"?'),
        (("import", "ar", "{here}/bad.xlsx", "--role", "x"), "cannot be read as a spreadsheet"),
        (("import", "ar", "{here}/bad.xlf", "--role", "x"), "cannot be read as XLIFF"),
        (("import", "ar", "{here}/bad.xlf", "--role", ""), "The role is empty"),
        (("import", "ar", "{here}/other.xlf", "--role", "x"), 'is in "fa", not in "ar"'),
    ],
)
def test_what_cannot_be_is_refused_with_the_mend(
    content: Path, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "bad.xlsx").write_text("x", encoding="utf-8")
    (tmp_path / "bad.xlf").write_text("x", encoding="utf-8")
    other = '<xliff version="1.2"><file target-language="fa"/></xliff>'
    (tmp_path / "other.xlf").write_text(other, encoding="utf-8")
    result = run(content, *(word.replace("{here}", str(tmp_path)) for word in words))
    assert isinstance(result.exception, TranslationRefusedError), result.output
    assert sentence in str(result.exception)
