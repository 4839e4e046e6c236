"""The colours of charts: in a page by classes, light and dark; in a picture plain. No chart needs them to be read.

Without any style a chart has the colour of the words around it, in shades.
"""

from collections.abc import Mapping

SERIES = ("one", "two", "three", "four", "five")
"""The parts of a column, from the bottom; the last is for all others."""
SHADES: Mapping[str, float] = {
    "ink": 1, "quiet": 0.8, "line": 0.25, "track": 0.1, "gap": 0.12, "now": 0.9, "before": 0.45,
    "one": 0.9, "two": 0.65, "three": 0.45, "four": 0.3, "five": 0.18,
}  # fmt: skip
"""What a shape or word is -> how dark it is where no style is there."""
LIGHT: Mapping[str, str] = {
    "ink": "#16202a", "quiet": "#4a5866", "line": "#b9c3cb", "track": "#eef3f7", "gap": "#dfe6ec", "now": "#0b5394",
    "before": "#7592b3", "one": "#0b5394", "two": "#c25a00", "three": "#3a9d78", "four": "#8a3c8f", "five": "#8b96a0",
}  # fmt: skip
DARK: Mapping[str, str] = {
    "ink": "#e9eef2", "quiet": "#b4c0ca", "line": "#4b5a67", "track": "#1f2a34", "gap": "#2a3742", "now": "#8ec3f5",
    "before": "#5d82a8", "one": "#8ec3f5", "two": "#f2a65a", "three": "#3fae86", "four": "#d39be0", "five": "#8391a0",
}  # fmt: skip
GROUND = "#ffffff"
"""Behind the chart in a picture."""


def picture_style() -> str:
    """Return the CSS of a picture, which has no light and dark."""
    return _rules(LIGHT)


def page_style() -> str:
    """Return the CSS that a page with charts needs in its own style sheet; it follows the reader's light or dark."""
    return (
        ".chart{max-width:100%;height:auto;font-family:inherit}"
        f"{_rules(LIGHT)}@media (prefers-color-scheme:dark){{{_rules(DARK)}}}@media print{{{_rules(LIGHT)}}}"
    )


def _rules(colours: Mapping[str, str]) -> str:
    return "".join(f".chart-{kind}{{fill:{colour};fill-opacity:1}}" for kind, colour in colours.items())
