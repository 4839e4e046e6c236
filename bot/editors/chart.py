"""The flow of the page that is shown, as a picture to click on."""

from urllib.parse import urlencode

from markupsafe import Markup

from bot.content.library import Library
from bot.content.remembering import remembered
from bot.editors.graph import Graph, layout
from bot.editors.graph_svg import write_svg


def draw_chart(library: Library, flow: str, current: str, faulty: frozenset[str]) -> Markup:
    """Return a flow with the current step lit and the faulty ones coloured; each step is a link."""
    drawing = write_svg(_laid_out(library, flow), current=current, faulty=faulty, link=step_link)
    return Markup(drawing)  # noqa: S704 - our own drawing, which escapes every word of the content


@remembered
def _laid_out(library: Library, flow: str) -> Graph:
    return layout(library, flow)


def step_link(step: str) -> str:
    """Return the address at which the conversation starts at a step."""
    return f"/?{urlencode({'step': step})}"
