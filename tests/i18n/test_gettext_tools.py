"""Every shipped catalogue before the tools that translators use: gettext's own msgfmt, and pofilter."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.i18n.catalogues import CatalogueRow, SourceText, read_catalogue, write_catalogue
from bot.i18n.locales import LANGUAGES, plural_forms
from tests.conftest import CONTENT

LOCALES = sorted(path.name for path in (CONTENT / "locales").iterdir() if path.name != "templates")
FILTERS = ("pythonbraceformat", "urls", "emails", "newlines", "escapes", "unchanged", "blank")
_MARK = re.compile(r"# \(pofilter\) (?P<name>\w+).*?msgctxt \"(?P<context>[^\"]+)\"", re.DOTALL)
_SOFT_BREAK = re.compile(r"(?<!\n)\n(?!\n|- )")
FEW_WORDS = 2
ABSENT = tuple(f"'{field}' missing in header" for field in ("PO-Revision-Date", "Last-Translator", "Language-Team"))


def run(*words: str | Path) -> str:
    """Run a program; return what it said, whatever came of it."""
    done = subprocess.run(list(map(str, words)), check=False, capture_output=True, text=True)  # noqa: S603 - our own words
    return f"{done.stdout}{done.stderr}".strip() or ("" if done.returncode == 0 else f"ended with {done.returncode}")


def msgfmt(*words: str | Path) -> list[str]:
    """Return what gettext's compiler says, without what is wrong for us; `make test` installs it.

    Last-Translator and Language-Team are names, and we keep none; PO-Revision-Date would change every file every time.
    """
    found = shutil.which("msgfmt")
    assert found, "msgfmt is missing: apt-get install gettext"
    said = run(found, "--output-file=/dev/null", *words).splitlines()
    return [line for line in said if not any(field in line for field in ABSENT)]


def catalogues(locale: str) -> list[Path]:
    """Return the catalogues of a language."""
    return sorted((CONTENT / "locales" / locale / "LC_MESSAGES").glob("*.po"))


@pytest.mark.parametrize("locale", LOCALES)
def test_gettext_takes_every_catalogue_without_a_word(locale: str, tmp_path: Path) -> None:
    """As shipped, and as the next `wegwijs translations update` would write it."""
    for file in catalogues(locale):
        again = tmp_path / file.name
        entries = read_catalogue(file.read_bytes())
        rows = [
            CatalogueRow(
                SourceText(file.stem, context, entry.source, "A note.", 40, "Page", "a/b"),
                entry.text, previous=entry.source,
            )
            for context, entry in entries.items()
        ]  # fmt: skip
        again.write_bytes(write_catalogue(rows, locale, file.stem))
        assert msgfmt("--check-format", "--check-domain", file) == []
        assert msgfmt("--check", again) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_plural_forms_are_those_of_cldr(locale: str) -> None:
    for file in catalogues(locale):
        header = file.read_text(encoding="utf-8").partition("\n\n")[0]
        assert f'"Plural-Forms: {plural_forms(locale)}\\n"' in header, file


@pytest.mark.parametrize("locale", LANGUAGES)
def test_gettext_understands_the_plural_forms_of_every_language(locale: str, tmp_path: Path) -> None:
    """Also of those that have no catalogue yet."""
    file = tmp_path / "x.po"
    file.write_bytes(write_catalogue([CatalogueRow(SourceText("x", "x.y", "A {date}"), "B {date}")], locale, "x"))
    assert msgfmt("--check", file) == []


def fold(text: str) -> str:
    """Return a text with paragraphs on one line: a single line break inside one is a space to us, not to pofilter."""
    return _SOFT_BREAK.sub(" ", text)


def is_wrong_for_us(name: str, context: str, english: str) -> bool:
    """Tell whether a finding says nothing here.

    unchanged: a name or an international word stays what it is (Caritas International, Menu, Website), and keywords are
    what people type, in any language. A longer text that is still English is an error of ours too: translation-english.
    """
    return name == "unchanged" and (len(english.split()) <= FEW_WORDS or context.endswith(".keywords"))


def filtered(folder: Path, locale: str, catalogue: dict[str, tuple[str, str]]) -> list[tuple[str, str]]:
    """Return what pofilter finds in texts (context -> English, translation): the name of the test and the context."""
    for name in ("in", "out"):
        (folder / name).mkdir()
    rows = [CatalogueRow(SourceText("x", context, english), text) for context, (english, text) in catalogue.items()]
    (folder / "in" / "x.po").write_bytes(write_catalogue(rows, locale, "x"))
    program = Path(sys.executable).parent / "pofilter"
    tests = [f"--test={name}" for name in FILTERS]
    said = run(program, "--progress=none", f"--language={locale}", *tests, folder / "in", folder / "out")
    assert said == ""
    results = folder / "out" / "x.po"
    found = _MARK.finditer(results.read_text(encoding="utf-8")) if results.exists() else ()
    return [
        (match["name"], match["context"])
        for match in found
        if not is_wrong_for_us(match["name"], match["context"], catalogue[match["context"]][0])
    ]


@pytest.mark.parametrize("locale", LOCALES)
def test_pofilter_finds_nothing(locale: str, tmp_path: Path) -> None:
    texts: dict[str, tuple[str, str]] = {}
    for file in catalogues(locale):
        texts |= {
            context: (fold(entry.source), fold(entry.text))
            for context, entry in read_catalogue(file.read_bytes()).items()
            if entry.text
        }
    assert filtered(tmp_path, locale, texts) == []


@pytest.mark.parametrize(
    ("name", "english", "text"),
    [
        ("pythonbraceformat", "Call {phone.police} now", "Bel nu"),
        ("pythonbraceformat", "Call {phone.police} now", "Bel {phone.ambulance} nu"),
        ("newlines", "One paragraph.\n\nAnother one.", "Alles in een."),
        ("unchanged", "Ask for a lawyer today", "Ask for a lawyer today"),
        ("urls", "See https://example.org now", "Zie https://example.be nu"),
        ("emails", "Write to help@example.org now", "Schrijf nu"),
    ],
)
def test_pofilter_is_really_asked(tmp_path: Path, name: str, english: str, text: str) -> None:
    """A filter that finds nothing here would find nothing above either."""
    assert (name, "x.a.text") in filtered(tmp_path, "nl", {"x.a.text": (english, text)})
