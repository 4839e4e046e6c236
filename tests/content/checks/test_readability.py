import pytest

from bot.content.checks.codes import Code
from bot.content.checks.readability import lix
from bot.content.issues import Issue
from tests.content.sample import issues_of, planted

HELP = "flows/help.yaml"
FREE = "It is free."


def _of(code: Code, text: str) -> list[Issue]:
    return [issue for issue in issues_of(planted(HELP, FREE, text)) if issue.code == code]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (("You can go.",), 3),
        (("You can go.", "The centre decides."), 3 + 100 / 6),
        (("Call {phone.emergency_number} now.",), 3),
        (("Ask the doctor’s advice – today.",), 5),
    ],
)
def test_lix_is_words_of_a_sentence_plus_long_words_of_a_hundred(sentences: tuple[str, ...], expected: float) -> None:
    assert lix(sentences) == pytest.approx(expected)


def test_a_hard_page_is_shown_with_its_hardest_sentence() -> None:
    (issue,) = _of(
        Code.PROSE_HARD, "It is so. Administrative reconsideration procedures necessitate comprehensive documentation."
    )
    assert 'begins with "Administrative reconsideration procedures necessitate …"' in issue.sentence


def test_a_page_of_few_words_has_no_average() -> None:
    assert _of(Code.PROSE_HARD, "Administrative reconsideration.") == []


def test_one_long_sentence_among_short_ones_is_read_without_trouble() -> None:
    assert _of(Code.PROSE_AVERAGE, f"{'You can go to the desk and ask there for a paper ' * 2}. Go. Ask. Wait.") == []
