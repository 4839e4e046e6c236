"""Differences as text for a terminal, and as Markdown for a comment on GitHub."""

from collections.abc import Callable, Iterable, Iterator
from html import escape

from bot.editors.changes import Change, Piece, pieces_of
from bot.editors.differences import Differences

NOTHING = "Nothing changed that readers, editors or translators would notice."
SIGNS = {"old": "[− ", "new": "[+ "}
"""What stands before words that went or came, where there is no colour to tell them."""
_MARKDOWN_SIGNS = "\\`*_{}[]()#+-.!|~@:"
_ROOM_FOR_THE_END = 200


def write_text(differences: Differences, paint: Callable[[str, str], str] | None = None) -> str:
    """Return the differences as lines; [− words that went], [+ words that came].

    Args:
        differences: what changed.
        paint: gives the words of a piece of this kind ("old", "new") a colour, for a terminal.
    """
    lines = [f"Not compared: {sentence}" for sentence in differences.unread]
    for chapter in differences.chapters:
        lines += ["", chapter.heading, "=" * len(chapter.heading)]
        for subject in chapter.subjects:
            lines.append(f"{subject.name} ({subject.id})")
            lines += [f"  - {_text(change, paint or _bracket)}" for change in subject.changes]
    if differences.is_empty:
        lines.append(NOTHING)
    return "\n".join(lines).strip() + "\n"


def _text(change: Change, paint: Callable[[str, str], str]) -> str:
    if not change.old and not change.new:
        return change.sentence
    words = " ".join(
        piece.words if piece.kind == "same" else paint(piece.kind, piece.words)
        for piece in pieces_of(change.old, change.new)
    )
    return f"{change.sentence} {words}"


def _bracket(kind: str, words: str) -> str:
    return f"{SIGNS[kind]}{words}]"


def write_markdown(differences: Differences, limit: int = 45_000) -> str:
    """Return the differences for a comment on GitHub, each chapter to be unfolded.

    Args:
        differences: what changed.
        limit: the most characters; GitHub takes 65 536 in a comment, which says more than this.
    """
    if differences.is_empty and not differences.unread:
        return f"{NOTHING}\n"
    lines: list[str] = []
    room = limit - _ROOM_FOR_THE_END
    left_out = 0
    for block in _blocks(differences):
        room -= len(block) + 1
        if room < 0:
            left_out += 1
        else:
            lines.append(block)
    if left_out:
        lines.append(f"**{left_out} more parts do not fit into this comment.** Run `wegwijs diff` to read all.")
    return "\n".join([*lines, ""])


def _blocks(differences: Differences) -> Iterator[str]:
    """Yield the parts of the comment that stand or fall alone."""
    for sentence in differences.unread:
        yield f"> Not compared: {_escape(sentence)}\n"
    for chapter in differences.chapters:
        count = len(chapter.subjects)
        yield f"### {_escape(chapter.heading)} · {count}\n"
        for subject in chapter.subjects:
            changes = "\n".join(f"  - {_marked(change)}" for change in subject.changes)
            yield f"- **{_escape(subject.name)}** `{subject.id}`\n{changes}"
        yield ""
    if differences.is_empty:
        yield NOTHING


def _marked(change: Change) -> str:
    sentence = _escape(change.sentence)
    if not change.old and not change.new:
        return sentence
    return f"{sentence} {' '.join(map(_piece, pieces_of(change.old, change.new)))}"


def _piece(piece: Piece) -> str:
    words = _escape(piece.words)
    return {"same": words, "old": f"<del>{words}</del>", "new": f"<ins>{words}</ins>"}[piece.kind]


def _escape(text: str) -> str:
    """Return a text that neither Markdown nor HTML nor GitHub reads as anything but words: @name calls nobody."""
    return "".join(_signs(escape(text, quote=False)))


def _signs(text: str) -> Iterable[str]:
    for sign in text:
        if sign == "@":
            yield "@\u200b"
        elif sign in _MARKDOWN_SIGNS and sign not in ".:-()!+#":
            yield f"\\{sign}"
        else:
            yield sign
