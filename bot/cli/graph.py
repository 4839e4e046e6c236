"""`wegwijs graph`: a topic as a picture of its pages and of the buttons between them."""

from pathlib import Path

import click

from bot.cli.opening import content_folder, open_reading
from bot.content.marks import suggest


@click.command()
@click.argument("flow")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--format", "form", type=click.Choice(["svg", "mermaid"]), default="svg", show_default=True)
def graph(flow: str, file: Path | None, form: str) -> None:
    """Draw FLOW into FILE, or print it: SVG for a browser, Mermaid for a page on GitHub."""
    from bot.editors.graph import layout
    from bot.editors.graph_mermaid import write_mermaid
    from bot.editors.graph_svg import GRAPH_STYLE, write_svg

    _, library = open_reading(content_folder(None))
    if flow not in library.flows:
        raise click.BadParameter(f'There is no topic "{flow}". {suggest(flow, library.flows)}', param_hint="FLOW")
    if library.flows[flow].start not in library.steps:
        raise click.BadParameter(f'The first page of "{flow}" does not exist. Run: wegwijs check', param_hint="FLOW")
    drawn = write_mermaid(library, flow) if form == "mermaid" else write_svg(layout(library, flow), style=GRAPH_STYLE)
    if file is None:
        click.echo(drawn, nl=False)
        return
    file.write_text(drawn, encoding="utf-8")
    click.echo(f"{file}: {library.flows[flow].title}, {len(library.flows[flow].steps)} pages")
