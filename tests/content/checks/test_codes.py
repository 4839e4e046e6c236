import ast
import re
from pathlib import Path

from bot.content.checks.all_checks import CHECKS
from bot.content.checks.codes import Code
from bot.content.schema import _SENTENCES
from bot.places.checks import PLACE_CHECKS

ROOT = Path(__file__).parents[3]
_MAKERS = {"error", "warning", "note", "Issue", "_mistake"}


def _written_codes() -> set[str]:
    """Return every code that the program gives an issue, as a literal or as a member of the list."""
    found = {code for code, _, _ in _SENTENCES.values()}
    for file in (ROOT / "bot").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Code":
                found.add(Code[node.attr].value)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MAKERS:
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant):
                    found.add(str(first.value))
    return found


def test_every_code_is_used_and_no_other_is() -> None:
    written = _written_codes()
    assert written == {code.value for code in Code}


def test_the_page_has_a_heading_for_each_code_in_the_order_of_the_list() -> None:
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert re.findall(r"^### (.+)$", page, re.MULTILINE) == [code.value for code in Code]


def test_each_heading_says_the_fault_why_it_matters_and_the_mend() -> None:
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    for section in page.split("\n### ")[1:]:
        heading, _, body = section.partition("\n")
        parts = re.fullmatch(r"(.+?)\n\n- \*\*Why:\*\* (.+?)\n- \*\*Mend:\*\* (.+?)\n*(?:\n## .*)?", body, re.DOTALL)
        assert parts, heading
        assert all(part.rstrip().endswith(".") or part.rstrip().endswith(")") for part in parts.groups()), heading


def test_a_code_reads_family_what() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+", code.value) for code in Code)


def test_each_check_stands_once_in_the_list_and_its_first_sentence_is_its_title() -> None:
    checks = [*CHECKS, *PLACE_CHECKS]
    assert len(set(checks)) == len(checks)
    for check in checks:
        title = (check.__doc__ or "").partition("\n")[0]
        assert title.endswith("."), check
