"""`wegwijs preview`: the content as people will see it, in the browser of this computer, at every save."""

import asyncio
from datetime import datetime
from pathlib import Path

import click

from bot.cli.opening import content_folder
from bot.errors import ContentUnreadableError

HOST = "127.0.0.1"
PORT = 8090


@click.command()
@click.argument("folder", required=False)
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
def preview(folder: str | None, port: int) -> None:
    """Show the content in the browser of this computer and nobody else's; whatever is saved shows at once."""
    target = content_folder(folder)
    if not target.is_dir():
        raise ContentUnreadableError(f"There is no folder {target}. Name the folder with bot.yaml, or set CONTENT_DIR.")
    asyncio.run(show_preview(target, port))


async def show_preview(folder: Path, port: int) -> None:
    """Serve the preview of a content folder until told to stop.

    Raises:
        SettingsError: the port is taken.
    """
    from bot.content.talks import BELGIUM
    from bot.editors.live_content import LiveContent
    from bot.editors.preview import Preview
    from bot.serving import listen, serve_application, stop_on_signals

    stopping = asyncio.Event()
    with listen(HOST, port, "--port") as listener, stop_on_signals(stopping):
        content = LiveContent(folder)
        await content.refresh()
        watching = asyncio.create_task(content.follow(stopping))
        click.echo(f"The preview of {folder} is at http://{HOST}:{listener.getsockname()[1]}/ (Ctrl+C ends it)")
        shown = Preview(content, lambda: datetime.now(BELGIUM), stopping)
        await serve_application(shown.application, listener, stopping)
        stopping.set()
        await watching
