"""The pictograms as drawings inside the page: one family, no file to load, the colour of the words."""

import re

from markupsafe import Markup

from bot.channels.web.assets import read_static

_SYMBOL = re.compile(r'<symbol id="([a-z]+)"[^>]*>(.*?)</symbol>')

DRAWINGS: dict[str, str] = dict(_SYMBOL.findall(read_static("pictograms.svg")))
"""The drawing of each icon that editors may name; Tabler Icons, MIT licence."""

_MIRRORED = frozenset({"back", "leave"})
"""Drawings that point along the line, and so the other way in a language written from the right."""


def draw(icon: str) -> Markup:
    """Return the drawing of an icon; nothing for none. It is an ornament: the words beside it say the same."""
    body = DRAWINGS.get(icon)
    if body is None:
        return Markup()
    kind = ' class="along"' if icon in _MIRRORED else ""
    return Markup(f'<svg{kind} viewBox="0 0 24 24" aria-hidden="true" focusable="false">{body}</svg>')  # noqa: S704 - our own file
