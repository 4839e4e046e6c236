"""`make gazetteer`: writes content/gazetteer.tsv."""

from pathlib import Path

from tools.gazetteer.alternates import read_alternates
from tools.gazetteer.build import build_gazetteer

TARGET = Path(__file__).parents[2] / "content" / "gazetteer.tsv"

TARGET.write_text(build_gazetteer(read_alternates()), encoding="utf-8", newline="\n")
