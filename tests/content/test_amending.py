"""One line of a file is set; all else stays as the editor typed it."""

import pytest

from bot.content.amending import amend

VALUE = '{role: "lawyer"}'
SET = {
    "a new line comes behind the line of another": (
        "flow: a\nowner: team   # us\n# the beginning\nstart: s\n",
        f"flow: a\nowner: team   # us\nsigned-off: {VALUE}\n# the beginning\nstart: s\n",
    ),
    "a value on one line is replaced, its comment stays": (
        "owner: team\nsigned-off: {role: x, hash: y}   # by post\nstart: s",
        f"owner: team\nsigned-off: {VALUE}   # by post\nstart: s",
    ),
    "a value of several lines is replaced, what follows stays": (
        "owner: team\nsigned-off:\n  role: x\n  hash: y # old\n\n# next\nstart: s\n",
        f"owner: team\nsigned-off:\n  {VALUE} # old\n\n# next\nstart: s\n",
    ),
    "Windows line ends and signs beyond ASCII stay": (
        "\ufeff# é 😀\r\nowner: team 😀\r\nstart: s\r\n",
        f"\ufeff# é 😀\r\nowner: team 😀\r\nsigned-off: {VALUE}\r\nstart: s\r\n",
    ),
    "a file without a last line break gets one": ("owner: team", f"owner: team\nsigned-off: {VALUE}\n"),
}


@pytest.mark.parametrize(("before", "after"), SET.values(), ids=SET)
def test_one_line_is_set_and_all_else_stays(before: str, after: str) -> None:
    assert amend(before.encode(), "signed-off", VALUE, "owner") == after.encode()
    assert amend(after.encode(), "signed-off", VALUE, "owner") == after.encode()
