"""The flow of the page that is shown, as a picture to click on."""

from html import escape
from urllib.parse import urlencode

from markupsafe import Markup

from bot.content.library import Library


def draw_chart(library: Library, flow: str, current: str, faulty: frozenset[str]) -> Markup:
    """Return a flow with the current step lit and the faulty ones coloured; each step is a link."""
    steps = library.flows[flow].steps.values()
    lines = "".join(
        f'<li class="{"faulty" if step.id in faulty else ""}"><a href="{step_link(step.id)}"'
        f"{' aria-current=step' if step.id == current else ''}>{escape(step.title)}</a></li>"
        for step in steps
    )
    return Markup(f"<ol>{lines}</ol>")  # noqa: S704 - everything in it is escaped


def step_link(step: str) -> str:
    """Return the address at which the conversation starts at a step."""
    return f"/?{urlencode({'step': step})}"
