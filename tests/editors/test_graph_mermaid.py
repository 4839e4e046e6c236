"""A flow in the words of Mermaid."""

from bot.content.library import Library
from bot.editors.graph_mermaid import write_mermaid
from tests.content.sample import library_of, planted, sample_files


def test_pages_buttons_and_what_lies_elsewhere() -> None:
    """A box for each page, an arrow with the words of each button."""
    assert (
        write_mermaid(library_of(sample_files()), "paper")
        == """\
flowchart LR
  s-paper-start(["Where do you live?"])
  s-paper-decision[/"A decision about your stay"/]
  s-paper-start -->|"At an address"| s-paper-decision
  s-paper-start -->|"No fixed address"| s-paper-decision
  s-paper-decision -->|"A lawyer near me (if home: none / not-given)"| places-legal
  s-paper-decision -->|"Numbers to call"| s-help-numbers
  places-legal>"Legal help"]
  s-help-numbers>"Help: Numbers to call"]
"""
    )


def test_quotes_cannot_end_a_text_and_a_broken_button_is_left_out() -> None:
    """Mermaid knows no escape; it takes the sign by its name."""
    files = planted("flows/help.yaml", "        to: numbers\n", "        to: nmbers\n")
    drawn = write_mermaid(library_of(files), "help")
    assert "Numbers to call" in drawn
    assert "nmbers" not in drawn
    files = planted("flows/help.yaml", "title: What this bot does", 'title: What "draft" means')
    assert 'What #quot;draft#quot; means"' in write_mermaid(library_of(files), "help")


def test_every_shipped_topic_has_all_its_pages(library: Library) -> None:
    """And the pages of the day counter follow each other without words."""
    for name, flow in library.flows.items():
        drawn = write_mermaid(library, name)
        assert all(f"  s-{step.replace('.', '-')}" in drawn for step in (s.id for s in flow.steps.values()))
    assert " --> " in write_mermaid(library, "paper")
