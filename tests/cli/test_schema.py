"""The command writes what the types say."""

import json
from pathlib import Path

from click.testing import CliRunner

from bot.cli.main import wegwijs
from bot.content.forms import schema_files


def test_it_writes_all_schemas_into_the_content(tmp_path: Path) -> None:
    """Also into an organisation's own content folder."""
    result = CliRunner().invoke(wegwijs, ["schema", str(tmp_path)])
    assert (result.exit_code, result.output.split()[0]) == (0, str(len(schema_files())))
    for name, form in schema_files().items():
        assert json.loads((tmp_path / name).read_text(encoding="utf-8")) == form
