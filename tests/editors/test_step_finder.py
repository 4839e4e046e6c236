"""An issue is shown beside the page that it is about."""

from bot.content.issues import Mark, error
from bot.editors.step_finder import StepFinder
from tests.content.sample import line_of, reading_of, sample_files

CATALOGUE = "locales/ar/LC_MESSAGES/paper.po"


def test_a_line_of_a_flow_belongs_to_the_step_above_it() -> None:
    """From its own line to the line before the next step."""
    files = sample_files()
    finder = StepFinder(reading_of(files))
    lines = {text: line_of(files, "flows/paper.yaml", text) for text in ("title: I got", "  start:", "card:")}
    assert finder.find(Mark("flows/paper.yaml", lines["title: I got"])) == ("paper", "")
    assert finder.find(Mark("flows/paper.yaml", lines["  start:"])) == ("paper", "paper.start")
    assert finder.find(Mark("flows/paper.yaml", lines["card:"])) == ("paper", "paper.decision")


def test_a_text_of_a_catalogue_belongs_to_the_step_of_its_context() -> None:
    """Above the line, or just below it where the line is a comment."""
    files = sample_files()
    finder = StepFinder(reading_of(files))
    line = line_of(files, CATALOGUE, 'msgctxt "paper.decision.title"')
    assert finder.find(Mark(CATALOGUE, line + 2)) == ("paper", "paper.decision")
    assert finder.find(Mark(CATALOGUE, line - 1)) == ("paper", "paper.decision")
    assert finder.find(Mark(CATALOGUE, 1)) == ("paper", "")
    assert finder.find(Mark("locales/ar/ledger/paper.yaml", 1)) == ("paper", "")


def test_other_files_belong_to_no_step() -> None:
    """Nor does a flow that cannot be read, of which only the topic is known."""
    files = sample_files()
    files["flows/paper.yaml"] = b"flow: [paper\n"
    finder = StepFinder(reading_of(files))
    assert finder.find(Mark("places/places.yaml", 3)) == ("", "")
    assert finder.find(Mark("flows/paper.yaml", 1)) == ("paper", "")


def test_issues_are_counted_for_their_step_and_their_flow() -> None:
    """The list of flows says where there is something to do."""
    files = sample_files()
    finder = StepFinder(reading_of(files))
    line = line_of(files, "flows/paper.yaml", "card:")
    issues = [error("text-long", Mark("flows/paper.yaml", line), "A", "B"), error("x", Mark("facts.yaml"), "A", "B")]
    assert finder.count(issues) == {"paper": 1, "paper.decision": 1}
