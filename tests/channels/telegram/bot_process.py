"""`python -m tests.channels.telegram.bot_process BASE TOKEN`: the channel in a process that can be killed."""

import asyncio
import signal
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.channels.telegram.runner import TelegramChannel
from bot.content.reader import read_content
from bot.errors import WegwijsError
from bot.logs import configure_logs
from bot.reception import Reception
from bot.settings import Settings
from bot.storage.content_folder import read_folder
from bot.storage.memory import MemoryCounters, MemoryPreferences
from tests.conftest import CONTENT


async def serve(base_url: str, token: str) -> None:
    """Answer people until SIGTERM."""
    library = read_content(read_folder(CONTENT)).library
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
        asyncio.run(serve(*sys.argv[1:3]))
    except WegwijsError as problem:
        sys.stderr.write(f"{problem}\n")
        return problem.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
