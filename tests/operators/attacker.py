"""One who has seen every figure ever published and knows all rules: each figure is an interval, each link an equation.

The intervals that the attacker finds for hidden numbers are those of linear programming (scipy's HiGHS): the least and
the greatest value that fits everything else.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil, floor, inf

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array, lil_array

Cell = tuple[str, ...]
"""What is counted, and the values that name one number of it."""
_SLACK = 1e-6
"""Rounding of floating-point numbers."""
_UNBOUNDED = 3
"""What linprog answers where nothing limits a number."""


@dataclass
class Knowledge:
    """What the attacker knows: for each number the least and the greatest it can be, and sums that are equal."""

    bounds: dict[Cell, tuple[float, float]] = field(default_factory=dict)
    equal: list[tuple[Sequence[Cell], Sequence[Cell]]] = field(default_factory=list)

    def learn(self, cells: Iterable[Cell], shown: Mapping[Cell, int], k: int, *, is_hidden: bool) -> None:
        """Take in a table: what is shown lies in [figure, figure + k), what is not in [0, k), or is any number."""
        for cell in cells:
            figure = shown.get(cell, 0)
            self.bounds[cell] = (figure, figure + k - 1 if figure or is_hidden else inf)

    def interval(self, cell: Cell) -> tuple[int, float] | None:
        """Return the least and the greatest whole number that a cell can be; None if nothing fits what was learnt."""
        ends = [self._extreme(cell, sign) for sign in (1, -1)]
        if ends[0] is None or ends[1] is None:
            return None
        return ceil(ends[0] - _SLACK), inf if ends[1] == -inf else floor(-ends[1] + _SLACK)

    def _extreme(self, cell: Cell, sign: int) -> float | None:
        goal = np.zeros(len(self.bounds))
        goal[list(self.bounds).index(cell)] = sign
        limits = [(low, None if high == inf else high) for low, high in self.bounds.values()]
        found = linprog(goal, A_eq=self._sums, b_eq=np.zeros(len(self.equal)), bounds=limits, method="highs")
        if found.status == _UNBOUNDED:
            return -inf
        return float(found.fun) if found.status == 0 else None

    @cached_property
    def _sums(self) -> csr_array:
        place = {each: number for number, each in enumerate(self.bounds)}
        matrix = lil_array((len(self.equal), len(place)))
        for row, (left, right) in enumerate(self.equal):
            for side, factor in ((left, 1), (right, -1)):
                for each in side:
                    matrix[row, place[each]] += factor
        return matrix.tocsr()
