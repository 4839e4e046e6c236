"""Faults of links, questions and ids."""

from bot.content.checks.codes import Code
from tests.content.checks.fault import Fault, along, plant
from tests.content.sample import Files, planted, sample_files

PAPER = "flows/paper.yaml"
HELP = "flows/help.yaml"

_ISLAND = """\

  island:
    title: Nobody comes here
    text: A page without a road.
    sources: none
    options:
      - text: Numbers to call
        to: help.numbers
"""

_OPTIONS = """\
    options:
      - text: A doctor
        places: medical
      - text: What this bot does
        to: start
"""


def _island() -> Files:
    files = sample_files()
    return files | {PAPER: files[PAPER] + _ISLAND.encode()}


def _deep() -> Files:
    """Return the sample with a chain of pages, each one tap further."""
    files = sample_files()
    text = files[PAPER].decode() + "".join(
        _ISLAND.replace("island", f"road-{number}").replace("to: help.numbers", f"to: road-{number + 1}")
        for number in range(1, 6)
    )
    text = text.replace("to: road-6", "to: start").replace("to: help.numbers", "to: road-1")
    return files | {PAPER: text.encode()}


def _gone() -> Files:
    return planted(PAPER, "    moved-from: old-decision\n", "") | {
        "ids.lock": sample_files()["ids.lock"] + b"abcd step:paper.old-decision\n"
    }


def _claimed_twice() -> Files:
    return planted(PAPER, "    remember: home", "    remember: home\n    moved-from: paper.old-decision")


FAULTS = (
    plant(Code.LINK_DANGLING, PAPER, "to: help.numbers", "to: help.nubmers"),
    plant(Code.LINK_DANGLING, PAPER, "to: help.numbers", "to: numbers"),
    plant(Code.LINK_DANGLING, PAPER, "to: help.numbers", "to: old-decision"),
    plant(Code.LINK_DANGLING, PAPER, "to: help.numbers", "to: aid.numbers"),
    plant(Code.LINK_DANGLING, "bot.yaml", "to: paper.start", "to: paper.begin"),
    plant(Code.LINK_DANGLING, "bot.yaml", "privacy: help.start", "privacy: help.privacy"),
    plant(Code.LINK_DANGLING, "campaigns.yaml", "to: paper.start", "to: paper.stat"),
    plant(Code.LINK_MISSING, PAPER, "        icon: phone\n        to: help.numbers\n", "", "- text: Numbers to call"),
    plant(Code.LINK_MISSING, "bot.yaml", "    places: choose\n", "", "- text: Help near me"),
    plant(
        Code.LINK_DOUBLE,
        PAPER,
        "to: help.numbers",
        "to: help.numbers\n        places: legal",
        "- text: Numbers to call",
    ),
    plant(Code.LINK_KIND, HELP, "places: medical", "places: medicl"),
    Fault(Code.LINK_ISLAND, _island, PAPER, "island:"),
    plant(
        Code.LINK_DEAD_END,
        HELP,
        _OPTIONS,
        "",
        "numbers:",
    ),
    Fault(Code.LINK_DEEP, _deep, PAPER, "road-3:"),
    along(
        plant(Code.OPTION_TWICE, PAPER, "answer: none", "answer: address", "- text: No fixed address"),
        Code.CONDITION_ANSWER,
    ),
    plant(
        Code.OPTION_TWICE,
        "bot.yaml",
        "to: help.start\n  - text: Help",
        "to: paper.start\n  - text: Help",
        "- text: About this bot",
    ),
    plant(
        Code.ANSWER_UNASKED,
        PAPER,
        "        places: legal\n",
        "        places: legal\n        answer: lawyer\n",
        "answer: lawyer",
    ),
    plant(
        Code.QUESTION_UNANSWERED,
        HELP,
        "    sources: none\n",
        "    sources: none\n    remember: reason\n",
        "remember: reason",
    ),
    *(
        plant(Code.COUNTER_BROKEN, HELP, "    sources: none\n", f"    sources: none\n{lines}", marked)
        for lines, marked in (
            ("    then: numbers\n", "then: numbers"),
            ("    numbers: 5, 10\n", "numbers: 5, 10"),
            ("    counter: number\n    then: numbers\n", "counter: number"),
            ("    counter: day\n", "counter: day"),
            ("    counter: day\n    then: numbers\n", "counter: day"),
        )
    ),
    plant(Code.CONDITION_QUESTION, PAPER, "when: {home: [", "when: {hoem: ["),
    plant(Code.CONDITION_ANSWER, PAPER, "[none, not-given]", "[noone, not-given]"),
    Fault(Code.IDS_LOCK, lambda: sample_files() | {"ids.lock": b"abc\n"}, "ids.lock", ""),
    plant(Code.ID_MOVED, PAPER, "moved-from: old-decision", "moved-from: start"),
    Fault(Code.ID_MOVED, _claimed_twice, PAPER, "moved-from: old-decision"),
    Fault(Code.ID_GONE, _gone, "ids.lock", "step:paper.old-decision"),
    Fault(Code.ID_NEW, _deep, "ids.lock", ""),
)
