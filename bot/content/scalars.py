"""Texts as YAML has them: plain where that reads back the same, else quoted, else as a block of lines."""

import re
import textwrap

import yaml

WIDTH = 110
"""Signs of a line up to which a text stands behind its key; a longer one stands below it."""
_SPECIAL = re.compile(r"[-+.]?[0-9][0-9_.,:eE+-]*|0[xob][0-9a-f]+|~|null|true|false|yes|no|on|off|y|n", re.IGNORECASE)
_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_POINT = re.compile(r"-?[0-9.]+, -?[0-9.]+")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def write_scalar(text: str, *, is_inside: bool = False) -> str:
    """Return a text on one line.

    Args:
        text: what a reader of the file shall get.
        is_inside: whether it stands between brackets, where commas part values.
    """
    return text if _is_plain(text, is_inside=is_inside) else _quote(text)


def write_lines(text: str, indent: int) -> tuple[str, list[str]]:
    """Return a text as what stands behind the colon and the lines below it, which are indented by so many spaces."""
    lines = text.split("\n")
    pad = " " * indent
    is_blank_safe = text == text.strip() and all(line.isprintable() for line in lines)
    if not is_blank_safe:
        return _quote(text), []
    if len(lines) > 1:
        return "|", [f"{pad}{line}".rstrip() for line in lines]
    if len(text) + indent <= WIDTH or "  " in text:
        return write_scalar(text), []
    return ">-", [f"{pad}{line}" for line in _wrap(text, WIDTH - indent)]


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False, replace_whitespace=False)


def _is_plain(text: str, *, is_inside: bool) -> bool:
    if is_inside and text.isascii() and text.isdigit():
        return True  # postcodes in a list, as everybody writes them; our reader takes everything for text
    if _SPECIAL.fullmatch(text) and not (_DAY.fullmatch(text) and "-" in text):
        return False
    if _POINT.fullmatch(text):
        return not is_inside
    if not text.isprintable() or (is_inside and any(sign in text for sign in ",[]{}")) or text.startswith("+"):
        return False
    written = f"[{text}]" if is_inside else f"key: {text}"
    try:
        read = yaml.load(written, Loader=yaml.CBaseLoader)  # noqa: S506 - reads texts only, makes nothing
    except yaml.YAMLError:
        return False
    return bool(read == ([text] if is_inside else {"key": text}))


def _quote(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(sign) or (sign if sign.isprintable() else _escape(sign)) for sign in text) + '"'


def _escape(sign: str) -> str:
    return f"\\U{ord(sign):08x}"
