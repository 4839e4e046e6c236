"""What the bot called, and which rules it broke."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Call:
    """One call of the bot; the status is 0 while it runs, and stays 0 when nothing was ever answered."""

    method: str
    parameters: dict[str, Any]
    time: float
    status: int = 0
    answer: dict[str, Any] = field(default_factory=dict)

    @property
    def result(self) -> Any:
        """What Telegram returned, if the call succeeded."""
        return self.answer.get("result")


class Recorder:
    """All calls in order, and the violations as sentences."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.violations: list[str] = []

    def calls_of(self, method: str) -> Iterator[Call]:
        """The calls of one method, oldest first."""
        return (call for call in self.calls if call.method == method)

    def violate(self, where: str, sentence: str) -> None:
        """Keep a broken rule."""
        self.violations.append(f"{where}: {sentence}")
