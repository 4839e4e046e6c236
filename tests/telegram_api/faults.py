"""Troubles that a test orders in advance."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal

from tests.telegram_api.refusals import RefusedError

Kind = Literal["refuse", "drop", "drop_after", "delay", "hang"]


@dataclass
class Fault:
    """One kind of trouble for the next calls of one method (`*`: of any)."""

    kind: Kind
    method: str
    times: int
    seconds: float = 0.0
    refusal: RefusedError | None = None


class FaultPlan:
    """The troubles still to come; the oldest that fits a call is taken."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def fail_next(self, method: str, *, times: int = 1, status: int = 500, retry_after: int | None = None) -> None:
        """Answer with an error instead of doing anything."""
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            retry_after = retry_after or 1
            words = f"Too Many Requests: retry after {retry_after}"
        elif status == HTTPStatus.FORBIDDEN:
            words = "Forbidden: bot was blocked by the user"
        else:
            words = HTTPStatus(status).phrase
        refusal = RefusedError(status, words, is_breach=False, retry_after=retry_after)
        self.faults.append(Fault("refuse", method, times, refusal=refusal))

    def drop_next(self, method: str, *, times: int = 1) -> None:
        """Close the connection before doing anything."""
        self.faults.append(Fault("drop", method, times))

    def drop_after_next(self, method: str, *, times: int = 1) -> None:
        """Do it, then close the connection: the answer is lost."""
        self.faults.append(Fault("drop_after", method, times))

    def delay_next(self, method: str, seconds: float, *, times: int = 1) -> None:
        """Wait before doing it."""
        self.faults.append(Fault("delay", method, times, seconds=seconds))

    def hang_next(self, method: str = "getUpdates", *, times: int = 1) -> None:
        """Keep the connection open and never answer."""
        self.faults.append(Fault("hang", method, times))

    def take(self, method: str) -> Fault | None:
        """The trouble that this call meets."""
        for fault in self.faults:
            if fault.method in {method, "*"}:
                fault.times -= 1
                if not fault.times:
                    self.faults.remove(fault)
                return fault
        return None
