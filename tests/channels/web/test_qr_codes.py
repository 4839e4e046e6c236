"""QR codes lead to their address, proved by a decoder that is not ours."""

from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from bot.channels.web.qr_codes import QUIET_ZONE, draw_code, png_file, svg_file

ADDRESSES = ("https://t.me/WegwijsBot?start=a", f"https://t.me/{'A_1' * 10}bot?start={'z-' * 31}zz")
"""A short link, and the longest that Telegram allows."""


def decoded(picture: Image.Image) -> str:
    """Return what a picture leads to; it holds exactly one code."""
    (found,) = zxingcpp.read_barcodes(picture)
    return found.text


def opened(address: str) -> Image.Image:
    """Return the picture of an address in grey."""
    return Image.open(BytesIO(png_file(address))).convert("L")


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_picture_leads_to_the_address(address: str) -> None:
    """As a layouter gets it, and as small as a camera sees it from afar."""
    picture = opened(address)
    assert decoded(picture) == address
    assert decoded(picture.resize((200, 200))) == address


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_picture_is_sharp_on_paper_and_has_its_quiet_zone(address: str) -> None:
    """Ten centimetres at 300 dots an inch; black begins behind four empty modules."""
    picture = opened(address)
    assert picture.width == picture.height >= 1181
    left, top, right, bottom = Image.eval(picture, lambda grey: 255 - grey).getbbox() or (0, 0, 0, 0)
    module = left // QUIET_ZONE
    assert (left, top) == (QUIET_ZONE * module, QUIET_ZONE * module)
    assert (right, bottom) == (picture.width - left, picture.height - left)
    assert picture.width % module == 0


def test_a_sticker_over_a_corner_of_the_middle_hides_nothing_that_is_needed() -> None:
    """Posters hang outdoors; a seventh of the width each way is gone."""
    picture = opened(ADDRESSES[0])
    middle, part = picture.width // 2, picture.width // 7
    ImageDraw.Draw(picture).rectangle((middle, middle, middle + part, middle + part), fill=255)
    assert decoded(picture) == ADDRESSES[0]


def test_the_drawing_is_white_behind_black_and_says_where_it_leads() -> None:
    """On coloured paper a code without its white is not read."""
    drawing = ET.fromstring(svg_file(ADDRESSES[0]))  # noqa: S314 - our own file
    assert drawing.attrib["width"] == drawing.attrib["height"] == "80.0mm"
    assert drawing.findtext("{http://www.w3.org/2000/svg}title") == ADDRESSES[0]
    assert [each.attrib["fill"] for each in drawing.iter() if "fill" in each.attrib] == ["#fff"]


def test_a_drawing_inside_a_page_takes_the_size_that_the_page_gives_it() -> None:
    assert draw_code(ADDRESSES[0]).startswith("<svg viewBox=")
    assert draw_code(ADDRESSES[1], "q") != draw_code(ADDRESSES[1], "m")
