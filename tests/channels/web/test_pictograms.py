"""The drawings of the page are as closed a list as the icons of the content."""

from bot.channels.web.pictograms import DRAWINGS, draw
from bot.content.model import ICONS


def test_every_icon_has_a_drawing_of_its_own() -> None:
    """None missing, none too many, no two alike."""
    assert set(DRAWINGS) == set(ICONS)
    assert len(set(DRAWINGS.values())) == len(ICONS)


def test_a_drawing_is_an_ornament_and_runs_nothing() -> None:
    """Whoever hears the page hears its words once; no script and no address stands in a drawing."""
    for icon in ICONS:
        assert 'aria-hidden="true"' in draw(icon)
        assert "href" not in draw(icon)
        assert "<script" not in draw(icon)


def test_no_icon_is_no_drawing() -> None:
    """A button without an icon begins with its words."""
    assert draw("") == ""
