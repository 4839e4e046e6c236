"""Other sites cannot reach into the preview through the browser of the same computer."""

import asyncio
from pathlib import Path

import httpx
import pytest

from tests.editors.conftest import Previewing


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "localhost:1", "127.0.0.1.evil:{port}"]
)
async def test_a_foreign_host_is_refused(folder: Path, previewing: Previewing, host: str) -> None:
    """A name that leads to 127.0.0.1 is not ours (DNS rebinding); nor is another port."""
    async with previewing(folder) as address, httpx.AsyncClient() as client:
        port = address.rpartition(":")[2]
        for path in ("/", "/changes", "/static/preview.js"):
            answer = await client.get(f"{address}{path}", headers={"Host": host.format(port=port)})
            assert answer.status_code == 403


@pytest.mark.parametrize(
    "origin", [None, "null", "https://evil.example", "http://127.0.0.1:1", "https://127.0.0.1:{port}"]
)
async def test_a_form_of_another_site_is_refused(folder: Path, previewing: Previewing, origin: str | None) -> None:
    """Nothing that can change something is taken from elsewhere, nor from nowhere."""
    async with previewing(folder) as address, httpx.AsyncClient() as client:
        headers = {"Origin": origin.format(port=address.rpartition(":")[2])} if origin else {}
        assert (await client.post(f"{address}/", data={}, headers=headers)).status_code == 403


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
async def test_our_own_pages_are_answered(folder: Path, previewing: Previewing, name: str) -> None:
    """Under every name that this computer has for itself."""
    async with previewing(folder) as address, httpx.AsyncClient() as client:
        host = f"{name}:{address.rpartition(':')[2]}"
        headers = {"Host": host, "Origin": f"http://{host.lower()}"}
        assert (await client.get(f"{address}/", headers=headers)).status_code == 200
        assert (await client.post(f"{address}/", data={}, headers=headers)).status_code == 200


async def test_every_answer_keeps_to_itself(folder: Path, previewing: Previewing) -> None:
    """No other site may frame it, no script but ours runs, refusals included."""
    async with previewing(folder) as address, httpx.AsyncClient() as client:
        for path, status in {"/": 200, "/static/preview.css": 200, "/static/nonsense.js": 404, "/x": 404}.items():
            answer = await client.get(f"{address}{path}")
            assert answer.status_code == status
            assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
            assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert not await asyncio.to_thread((folder / "var").exists)
