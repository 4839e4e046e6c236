"""A flow in the words of Mermaid, which GitHub and many wikis draw by themselves."""

from bot.content.library import Library
from bot.content.reading_order import reading_order
from bot.editors.graph import Way, kind_of, ways_of

_SHAPES = {"start": ("([", "])"), "question": ("{{", "}}"), "card": ("[/", "/]"), "step": ("[", "]")}
_QUOTES = str.maketrans({'"': "#quot;", "\n": " "})


def write_mermaid(library: Library, flow_id: str) -> str:
    """Return a flow as a Mermaid flowchart.

    Raises:
        KeyError: there is no such flow, or its first page does not exist.
    """
    flow = library.flows[flow_id]
    lines = ["flowchart LR"]
    elsewhere: dict[str, str] = {}
    for leaf in reading_order(library, flow_id):
        step = leaf.step
        left, right = _SHAPES[kind_of(flow, step)]
        lines.append(f"  {_name(step.id)}{left}{_quote(step.title)}{right}")
    for leaf in reading_order(library, flow_id):
        for way in ways_of(library, leaf.step):
            goal = _goal(library, way, flow_id, elsewhere)
            if goal:
                words = f"{way.text} (if {way.condition})" if way.condition else way.text
                label = f"|{_quote(words)}|" if words else ""
                lines.append(f"  {_name(leaf.step.id)} -->{label} {goal}")
    lines += [f"  {name}>{_quote(title)}]" for name, title in elsewhere.items()]
    return "\n".join([*lines, ""])


def _goal(library: Library, way: Way, flow_id: str, elsewhere: dict[str, str]) -> str:
    """Return the name of where a way leads, and note what lies outside the flow; nothing if it leads nowhere."""
    if way.goal and way.goal.flow == flow_id:
        return _name(way.goal.id)
    if way.goal:
        name, title = _name(way.goal.id), f"{library.flows[way.goal.flow].title}: {way.goal.title}"
    elif way.places:
        kind = library.bot.kinds.get(way.places)
        name, title = f"places-{way.places}", kind.text if kind else way.places
    else:
        return ""
    elsewhere[name] = title
    return name


def _name(identifier: str) -> str:
    """Return an id that Mermaid takes: a dot is none of its letters, and "end" is one of its words."""
    return f"s-{identifier.replace('.', '-')}"


def _quote(text: str) -> str:
    return f'"{text.translate(_QUOTES)}"'
