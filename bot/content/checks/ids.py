"""Ids, which are for life: old buttons and start links still carry them."""

from collections.abc import Iterator

from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.checks.written import locate
from bot.content.issues import Issue, Mark, error, warning
from bot.content.marks import suggest
from bot.content.reader import LOCK_FILE

_SHOWN = 5


def check_moved(inspection: Inspection) -> Iterator[Issue]:
    """A former id belongs to one step only, and to none that exists today."""
    steps = inspection.library.steps
    owners: dict[str, str] = {}
    for step in inspection.steps():
        for old in step.moved_from:
            former = old if "." in old else f"{step.flow}.{old}"
            mark = locate(inspection.reading, inspection.mark(f"step:{step.id}", "moved-from"), old)
            if former in steps:
                sentence = f'"{former}" is the id of a step that exists, so old buttons go there and not here.'
                yield error(Code.ID_MOVED, mark, sentence, 'Remove it from "moved-from", or rename that step.')
            elif former in owners:
                sentence = f'"{owners[former]}" says too that it was called "{former}".'
                yield error(Code.ID_MOVED, mark, sentence, "Keep it in one of the two steps.")
            owners.setdefault(former, step.id)


def check_gone(inspection: Inspection) -> Iterator[Issue]:
    """Every step that was ever shipped is still there, or another step says that it takes its place."""
    library, reading = inspection.library, inspection.reading
    for identifier in reading.recorded:
        space, _, step = identifier.partition(":")
        flow = step.partition(".")[0]
        is_known = step in library.steps or step in library.moved or f"flow:{flow}" in reading.unreadable
        if space != "step" or is_known:
            continue
        mark = _lock_mark(inspection, identifier)
        sentence = f'The step "{step}" is gone. People still have buttons that lead to it.'
        near = suggest(step, library.steps) if step.partition(".")[0] in library.flows else ""
        mend = f'Write "moved-from: {step}" in the step that takes its place. {near}'.strip()
        yield error(Code.ID_GONE, mark, sentence, mend)


def check_new(inspection: Inspection) -> Iterator[Issue]:
    """Every id of today stands in ids.lock, so that its buttons work for ever."""
    reading = inspection.reading
    if any(issue.code == Code.IDS_LOCK for issue in reading.issues):
        return
    new = [name for name in inspection.library.keys.by_id if name not in reading.recorded]
    if new:
        names = ", ".join(new[:_SHOWN]) + (", …" if len(new) > _SHOWN else "")
        sentence = f"Ids that are not recorded yet: {len(new)} ({names}). Until then their buttons could change."
        yield warning(Code.ID_NEW, Mark(LOCK_FILE), sentence, "Run: wegwijs ids")


def _lock_mark(inspection: Inspection, identifier: str) -> Mark:
    lines = inspection.reading.files.get(LOCK_FILE, b"").decode(errors="replace").splitlines()
    marks = (Mark(LOCK_FILE, number, line.find(identifier) + 1, line) for number, line in enumerate(lines, 1))
    return next((mark for mark in marks if mark.quote.strip().endswith(f" {identifier}")), Mark(LOCK_FILE))
