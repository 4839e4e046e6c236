"""`python -m tests.channels.telegram.bot_process BASE TOKEN LIBRARY`: the channel in a process that can be killed."""

import asyncio
import signal
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.channels.telegram.runner import TelegramChannel
from bot.errors import WegwijsError
from bot.logs import configure_logs
from bot.reception import Reception
from bot.settings import Settings
from bot.storage.library_cache import find_library
from bot.storage.memory import MemoryCounters, MemoryPreferences
from bot.storage.steady_reading import read_steadily
from tests.conftest import CONTENT
from tests.kept_library import SECRET_KEY


async def serve(base_url: str, token: str, kept: str) -> None:
    """Answer people from a kept library until SIGTERM."""
    library = find_library(Path(kept), read_steadily(CONTENT).revision, SECRET_KEY.encode())
    assert library is not None
    reception = Reception(lambda: library, MemoryCounters(), MemoryPreferences(), b"a secret of the tests")
    stopping = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)
    settings = Settings(telegram_bot_token=token, telegram_api_base_url=base_url)
    async with TelegramChannel(settings, reception, lambda: datetime.now(ZoneInfo("Europe/Brussels"))) as channel:
        await channel.poll(stopping)


def main() -> int:
    """Run, and return the exit code of an error of ours."""
    configure_logs("debug", "console")
    try:
        asyncio.run(serve(*sys.argv[1:4]))
    except WegwijsError as problem:
        sys.stderr.write(f"{problem}\n")
        return problem.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
