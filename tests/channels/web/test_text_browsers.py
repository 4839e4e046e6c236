"""Whole conversations with what shows no picture and runs no script: curl, and w3m in a terminal."""

import asyncio
import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
from collections.abc import AsyncIterator
from datetime import datetime
from html import unescape

import pytest

from bot.content.library import Library
from tests.channels.web.serving import serving

COLUMNS, LINES = 100, 90
_STEERING = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|[\x00\x0e\x0f]")
QUIET_SECONDS = 0.4
"""How long a terminal must say nothing before it is read."""
PATIENCE_SECONDS = 5
REDRAW = b"\x0c"


@pytest.fixture
async def address(library: Library, now: datetime) -> AsyncIterator[str]:
    """The site with the shipped content."""
    async with serving(library, now) as address:
        yield address


async def curl(*arguments: str) -> str:
    """Return what curl prints."""
    process = await asyncio.create_subprocess_exec("curl", "-sS", "--fail", *arguments, stdout=subprocess.PIPE)
    said, _ = await process.communicate()
    assert process.returncode == 0, arguments
    return said.decode()


def data_of(page: str, words: str) -> str:
    """Return what the form with these words sends."""
    found = re.search(rf'name="p" value="([^"]+)"><button[^>]*>(?:<svg.*?</svg>)?<span>{words}<', unescape(page))
    assert found, words
    return found.group(1)


async def test_curl_holds_a_whole_conversation(address: str) -> None:
    """Links are addresses, buttons are forms with one field, words are one field: nothing else is needed."""
    assert 'href="/en/trust/welcome"' in await curl(address)
    page = await curl(f"{address}/en/urgent-medical-aid/where-live")
    page = await curl(f"{address}/en/", "--data", f"p={data_of(page, 'I have no fixed address')}")
    assert "<h1>" in page
    page = await curl(f"{address}/en/", "--data", f"p={data_of(page, 'Back')}")
    assert "Where do you live now?" in page
    page = await curl(f"{address}/en/", "--data-urlencode", "q=Luik")
    page = await curl(f"{address}/en/", "--data", f"p={data_of(page, 'Return desk')}")
    page = await curl(f"{address}/en/", "--data", f"p={data_of(page, 'Fedasil return desk Liège')}")
    assert "tel:+3280032745" in page


class Terminal:
    """w3m in a terminal of its own, with a person who types."""

    def __init__(self, address: str) -> None:
        self._screen, inside = pty.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self._process = subprocess.Popen(  # noqa: S603 - fixed words and our own address
            ["/usr/bin/w3m", "-no-cookie", address],
            stdin=inside, stdout=inside, stderr=inside,
            env={"TERM": "vt100", "HOME": "/nonexistent", "LANG": "C.UTF-8"},
        )  # fmt: skip
        os.close(inside)

    async def types(self, keys: str) -> str:
        """Type; return the whole screen once it is quiet."""
        os.write(self._screen, keys.encode())
        await self._read()
        os.write(self._screen, REDRAW)
        return " ".join((await self._read()).split())

    async def presses(self, words: str, *, is_second: bool = False) -> str:
        """Find a control by its words and press it; return the next screen. `is_second`: a text says them before."""
        await self.types(f"/{words}\r" + ("n" if is_second else ""))
        return await self.types("\r")

    async def _read(self) -> str:
        """Return what comes to the screen until it is quiet."""
        said, loop = b"", asyncio.get_running_loop()
        while True:
            arrived = asyncio.Event()
            loop.add_reader(self._screen, arrived.set)
            try:
                await asyncio.wait_for(arrived.wait(), QUIET_SECONDS if said else PATIENCE_SECONDS)
            except TimeoutError:
                return _STEERING.sub("", said.decode(errors="replace"))
            finally:
                loop.remove_reader(self._screen)
            said += os.read(self._screen, 65536)

    def ends(self) -> None:
        """Leave."""
        self._process.kill()
        self._process.wait()
        os.close(self._screen)


async def test_w3m_holds_a_whole_conversation(address: str) -> None:
    """A link, a question, a button with an answer, back, a typed town: each found by its words."""
    terminal = Terminal(f"{address}/en/")
    try:
        assert "What do you want to know?" in await terminal.types("")
        assert "urgent medical aid" in await terminal.presses("Doctor and medicine")
        assert "How to ask, step by step" in await terminal.presses("How do I ask")
        assert "Where do you live now?" in await terminal.presses("Where do I go")
        assert "You have no address" in await terminal.presses("I have no fixed address")
        assert "Where do you live now?" in await terminal.presses("Back")
        await terminal.types("/a town or a postcode\r")
        await terminal.types("\t\r")
        await terminal.types("Luik\r")
        assert "4000 Liège" in await terminal.presses("Send")
        assert "CPAS de Liège" in await terminal.presses("Social welfare centre", is_second=True)
    finally:
        terminal.ends()
