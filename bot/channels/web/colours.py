"""The colour of an organisation, made readable: contrast as WCAG 2.2 measures it."""

WHITE = (255, 255, 255)
BLACK = (0, 0, 0)
DARK_GROUND = (18, 24, 30)
"""The ground of the dark look; style.css names it too."""
LEAST_CONTRAST = 4.5
"""For words of ordinary size: WCAG 2.2, success criterion 1.4.3."""
_STEPS = 20

Colour = tuple[int, int, int]


def read_colour(written: str) -> Colour:
    """Return red, green and blue (0 to 255) of "#0b5394"."""
    return int(written[1:3], 16), int(written[3:5], 16), int(written[5:7], 16)


def write_colour(colour: Colour) -> str:
    """Return a colour as CSS writes it."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_on(ground: Colour) -> Colour:
    """Return white or black, whichever is easier to read on this ground; one of them always reaches 4.5."""
    return max(WHITE, BLACK, key=lambda ink: contrast(ink, ground))


def readable_on(ground: Colour, colour: Colour) -> Colour:
    """Return the colour, mixed with black or white as little as makes words in it readable on this ground."""
    aim = ink_on(ground)
    for step in range(_STEPS + 1):
        mixed = _mix(colour, aim, step / _STEPS)
        if contrast(mixed, ground) >= LEAST_CONTRAST:
            return mixed
    return aim


def css_colours(written: str) -> dict[str, str]:
    """Return the values of the CSS variables that follow from an organisation's colour."""
    brand = read_colour(written)
    return {
        "brand": write_colour(brand),
        "on-brand": write_colour(ink_on(brand)),
        "accent": write_colour(readable_on(WHITE, brand)),
        "accent-dark": write_colour(readable_on(DARK_GROUND, brand)),
    }


def _mix(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _luminance(colour: Colour) -> float:
    """Return the relative luminance (WCAG 2.2, definition)."""
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)  # noqa: PLR2004 - the formula's own
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
