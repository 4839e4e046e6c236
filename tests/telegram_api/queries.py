"""Callback queries: one answer each, and not too late."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.telegram_api.clock import Clock
from tests.telegram_api.refusals import circumstance

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass
class Query:
    """One press of a button."""

    number: str
    person_number: int
    born: float
    answer: dict[str, Any] | None = None


@dataclass
class Queries:
    """All presses; a press can be answered for so many seconds of the clock."""

    clock: Clock
    lifetime: float = 15.0
    queries: dict[str, Query] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(4_382_000_000_000_000_001))

    def open(self, person_number: int) -> Query:
        """A new press."""
        query = Query(str(next(self.numbers)), person_number, self.clock.now())
        self.queries[query.number] = query
        return query

    def answer(self, number: str, answer: dict[str, Any]) -> None:
        """Answer a press; refuses a second answer and a late one."""
        query = self.queries.get(number)
        if query is None or query.answer is not None or self.clock.now() - query.born > self.lifetime:
            raise circumstance(TOO_OLD)
        query.answer = answer

    def list_unanswered(self) -> list[Query]:
        """Presses on which the person's button still turns."""
        return [query for query in self.queries.values() if query.answer is None]
