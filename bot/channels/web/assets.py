"""Style and script, written into each page: one page is one answer, and no file of ours stays on the phone.

The policy of the page allows them by their hash, so that nothing else in a page can style or run (CSP level 3,
section 8.3); `unsafe-inline` is never needed.
"""

import re
from functools import lru_cache
from importlib.resources import files

from bot.channels.web.colours import css_colours

_STATIC = files("bot.channels.web").joinpath("static")
_SPACE = re.compile(r"\s*\n\s*")


def read_static(name: str) -> str:
    """Return a file of the folder static."""
    return _STATIC.joinpath(name).read_text(encoding="utf-8")


SCRIPT = read_static("page.js")


@lru_cache(maxsize=8)
def style_of(colour: str) -> str:
    """Return the style sheet in an organisation's colour."""
    variables = "".join(f"--{name}:{value};" for name, value in css_colours(colour).items())
    return f":root{{{variables}}}{_SPACE.sub('', read_static('style.css'))}"
