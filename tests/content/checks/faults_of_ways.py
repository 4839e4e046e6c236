"""Faults of ways through the pages: circles, conditions, the emergency page."""

from bot.content.checks.codes import Code
from tests.content.checks.fault import Fault, plant
from tests.content.sample import Files, planted

PAPER = "flows/paper.yaml"
HELP = "flows/help.yaml"

_CIRCLE = """\

  round:
    title: Round
    text: This page says where to go on.
    sources: none
    options:
      - text: And round
        to: again

  again:
    title: Again
    text: This page says where to go back.
    sources: none
    options:
      - text: Back again
        to: round
"""


def _circle() -> Files:
    files = planted(
        PAPER,
        "      - text: A lawyer near me\n",
        "      - text: Round\n        to: round\n      - text: A lawyer near me\n",
    )
    return files | {PAPER: files[PAPER] + _CIRCLE.encode()}


def _unused_answer() -> Files:
    return planted(PAPER, "        when: {home: [none, not-given]}\n", "")


def _no_button_left() -> Files:
    """Without an address and without a lawyer, both buttons of the page on the decision are gone."""
    return planted(PAPER, "        to: help.numbers\n", "        to: help.numbers\n        when: {home: none}\n")


def _own_answer_ruled_out() -> Files:
    return planted(PAPER, "    card: true\n", "    card: true\n    when: {home: [address, not-given]}\n")


def _two_wishes() -> Files:
    """A button is there for some, and the page behind it for others."""
    files = planted(HELP, "to: paper.start\n", "to: paper.start\n        when: {home: none}\n")
    text = files[PAPER].decode().replace("    remember: home\n", "    remember: home\n    when: {home: address}\n")
    return files | {PAPER: text.encode()}


FAULTS = (
    Fault(Code.LINK_LOOP, _circle, PAPER, "  round:"),
    plant(Code.LINK_EMERGENCY, HELP, "    always-shown: true\n", "", "  numbers:"),
    plant(
        Code.LINK_EMERGENCY,
        HELP,
        "    always-shown: true\n",
        "    always-shown: true\n    when: {home: [none, address, not-given]}\n",
        "    when: {home: [none",
    ),
    Fault(Code.ANSWER_UNUSED, _unused_answer, PAPER, "    remember: home"),
    Fault(Code.CONDITION_NEVER, _own_answer_ruled_out, PAPER, "- text: No fixed address"),
    Fault(Code.CONDITION_NEVER, _two_wishes, HELP, "- text: I got a paper"),
    Fault(Code.CONDITION_EMPTY, _no_button_left, PAPER, "  decision:"),
)
