import pytest

from bot.content.issues import Issue
from bot.content.marks import read_yaml
from bot.content.model import Entry, Fact, Flow, Place, Step, Telegram
from bot.content.schema import make_entry

STEP = "title: A title\ntext: A text\nsources: none\n"


def _issues(model: type[Entry], text: str, **injected: object) -> list[Issue]:
    node, issues = read_yaml("a.yaml", text.encode())
    assert node is not None
    assert issues == ()
    _, found = make_entry(model, node, injected)
    return found


CASES = {
    "misspelt key": (Step, STEP + "sensitivty: red\n", "entry-key", 4, 'Did you mean "sensitivity"?'),
    "key of an option": (
        Step,
        STEP + "options:\n  - text: Go\n    plaecs: legal\n",
        "entry-key",
        6,
        'Did you mean "places"?',
    ),
    "missing key": (Step, "title: A title\nsources: none\n", "entry-missing", 1, 'Add the line "text: …".'),
    "misspelt icon": (
        Step,
        STEP + "options:\n  - text: Go\n    icon: medicle\n",
        "entry-choice",
        6,
        'Did you mean "medical"?',
    ),
    "impossible word": (Step, STEP + "sensitivity: blue\n", "entry-choice", 4, "Possible: 'green', 'yellow' or 'red'."),
    "no truth value": (Step, STEP + "card: maybe\n", "entry-choice", 4, "Write true or false."),
    "empty": (Step, STEP.replace("A title", '""'), "entry-empty", 1, "Write something"),
    "list for a text": (Step, STEP.replace("A title", "[a]"), "entry-text", 1, "Put it between double quotes"),
    "bad id": (Step, STEP + "remember: My Home\n", "entry-form", 4, "Use small letters"),
    "bad condition": (Step, STEP + "when: {Home: none}\n", "entry-form", 4, "Use small letters"),
    "options no list": (Step, STEP + "options: none\n", "entry-shape", 4, 'Begin each entry below it with "- ".'),
    "bad postcode": (Place, "postcode: 123\n", "entry-form", 1, "Write a Belgian postcode of four digits."),
    "bad point": (Place, "point: here\n", "entry-number", 1, "Write a point as 51.0543, 3.7174."),
    "bad address": (Place, "site: www.example.org\n", "entry-form", 1, "Write the whole address"),
    "bad name in Telegram": (Telegram, 'user-name: "@WegwijsBot"\n', "entry-form", 1, "Write the name without @"),
    "bad day": (Place, "seen: yesterday\n", "entry-date", 1, "Write it as 2026-11-20."),
    "bad fact": (Fact, "value: x\n", "entry-form", 1, "Write kind.name"),
    "steps no mapping": (Flow, "steps: none\n", "entry-shape", 1, "Compare docs/editors.md."),
}


@pytest.mark.parametrize(("model", "text", "code", "line", "mend"), CASES.values(), ids=CASES)
def test_a_fault_of_an_entry_is_said_with_its_line_and_its_mend(
    model: type[Entry], text: str, code: str, line: int, mend: str
) -> None:
    identifier = "phone-x" if model is Fact else "flow.step" if model is Step else "place"
    injected = {} if model is Flow else {"id": identifier}
    found = [issue for issue in _issues(model, text, **injected) if issue.code == code and mend in issue.mend]
    assert found, [(issue.code, issue.sentence, issue.mend) for issue in _issues(model, text, **injected)]
    assert found[0].mark.line == line


def test_an_entry_that_is_a_text_is_said_to_need_lines() -> None:
    node, _ = read_yaml("a.yaml", b"entry: text\n")
    assert node is not None
    assert isinstance(node.value, dict)
    entry, issues = make_entry(Step, node.value["entry"], {})
    assert entry is None
    assert [issue.code for issue in issues] == ["entry-shape"]


def test_every_fault_of_an_entry_is_said_at_once() -> None:
    issues = _issues(Step, "titel: A\nsensitivity: blue\n", id="flow.step")
    assert {issue.code for issue in issues} == {"entry-key", "entry-choice", "entry-missing"}
