"""The frame of all pages for operators: header, navigation, the way out; no script, and nothing from elsewhere."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.browsing import csp_hash
from bot.operators.chart_style import page_style

ROOT = "/operators"
TEMPLATES = Environment(
    loader=PackageLoader("bot.operators"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
    lstrip_blocks=True,
)  # fmt: skip
_SHEET = files("bot.operators").joinpath("static", "operators.css").read_text(encoding="utf-8")
STYLE = re.sub(r"\s*\n\s*", "", _SHEET) + page_style()
HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src {csp_hash(STYLE)}; img-src data:; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    # Not no-referrer: with that, browsers call the origin of a form "null", and we could not know our own.
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a page shows: a template that extends layout.html, and its values."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)


Show = Callable[[Request], Awaitable[Sheet | Response]]
"""Makes a page, or an answer of its own (a file to download, for example). The guard has been passed."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the operators' pages, at `path` below /operators ("" is the first page).

    `title` is its name in the navigation; without one it is not listed there. `posts` takes forms: it reads them
    with `Guard.read_own_form`, and they bring back `frame.token` in the field `token`.
    """

    path: str
    title: str
    show: Show
    posts: Show | None = None

    @property
    def address(self) -> str:
        """Where it is."""
        return f"{ROOT}/{self.path}" if self.path else ROOT


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a page: the parts to go to, where one is, the token for forms, and whether one can log out."""

    parts: tuple[Part, ...] = ()
    here: str = ""
    token: str = ""
    has_way_out: bool = False


def write_page(sheet: Sheet, frame: Frame, status: int = 200) -> HTMLResponse:
    """Return a page in its frame."""
    page = TEMPLATES.get_template(sheet.template).render(**sheet.values, frame=frame, style=STYLE, root=ROOT)
    return HTMLResponse(page, status, HEADERS)
