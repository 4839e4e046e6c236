"""Faults of files and entries."""

from bot.content.checks.codes import Code
from tests.content.checks.fault import Fault, along, plant, plant_bytes
from tests.content.sample import Files, sample_files

PAPER = "flows/paper.yaml"
HELP = "flows/help.yaml"


def _two_places_files() -> Files:
    files = sample_files()
    return files | {"places/more.yaml": files["places/antwerp.yaml"]}


def _reserved_flow() -> Files:
    files = sample_files()
    return files | {"flows/bot.yaml": files[HELP].replace(b"flow: help", b"flow: bot")}


def _other_gazetteer(old: bytes, new: bytes) -> Files:
    files = sample_files()
    return files | {"gazetteer.tsv": files["gazetteer.tsv"].replace(old, new)}


_MIXED = frozenset({Code.LINK_ISLAND, Code.PLACEHOLDER_EXTRA, Code.PROSE_MARKUP, Code.LIMIT_BUTTON})
"""The page nobody leads to, and its texts taken for those of bot.yaml."""

FAULTS = (
    plant_bytes(Code.FILE_MISSING, "interface.yaml", None),
    plant_bytes(Code.FILE_MISSING, "bot.yaml", None),
    plant_bytes(Code.YAML_TOO_LARGE, "notices.yaml", b"#" * 1_000_001),
    plant_bytes(Code.YAML_ENCODING, "notices.yaml", "strike:\n  text: déjà\n".encode("latin-1")),
    plant_bytes(Code.YAML_ENCODING, "notices.yaml", "strike:\n".encode("utf-16")),
    plant(Code.YAML_TAB, PAPER, "    title: Where", "\ttitle: Where"),
    plant(Code.YAML_CHARACTER, PAPER, "Where do you", "Where\x07 do you"),
    plant(Code.YAML_INVISIBLE, PAPER, "    sensitivity: red", "    sensi\u200btivity: red"),
    plant(Code.YAML_INVISIBLE, PAPER, "    sensitivity: red", "\u00a0\u00a0\u00a0\u00a0sensitivity: red"),
    plant(Code.YAML_INVISIBLE, PAPER, "to: help.numbers", "to: help.\u00adnumbers"),
    plant(Code.YAML_INDENT, PAPER, "    sensitivity: red", "   sensitivity: red"),
    plant(Code.YAML_INDENT, PAPER, "        to: help.numbers", "         to: help.numbers"),
    plant(Code.YAML_COLON, PAPER, "title: Where do you live?", "title: Where: here"),
    plant(Code.YAML_COLON, PAPER, "    sensitivity: red", "    sensitivity:red"),
    plant(Code.YAML_COLON, PAPER, "    sensitivity: red", "    sensitivity; red"),
    plant(Code.YAML_QUOTE, PAPER, "title: Where do you live?", 'title: "Where'),
    plant(Code.YAML_QUOTE, PAPER, "title: Where do you live?", 'title: "Where" do you live?'),
    plant(Code.YAML_QUOTE, PAPER, "title: Where do you live?", "title: “Where do you live?”"),
    plant(Code.YAML_QUOTE, PAPER, "title: Where do you live?", "title: “Where”: do you live?"),
    plant(Code.YAML_SIGN, PAPER, "title: Where do you live?", "title: @home"),
    plant(Code.YAML_SIGN, PAPER, "title: Where do you live?", "title: [Where] do you live?"),
    plant(Code.YAML_SIGN, PAPER, "title: Where do you live?", "title: > Where do you live?"),
    plant(Code.YAML_LIST, PAPER, "      - text: At an address", "      • text: At an address"),
    plant(Code.YAML_LIST, PAPER, "      - text: At an address", "      -text: At an address"),
    plant(Code.YAML_TEXT, PAPER, "    text: |\n      Somebody", "    text:\n      Somebody", ""),
    plant(Code.YAML_TEXT, PAPER, "      The deadline is", "    The deadline is"),
    plant(Code.YAML_COMMENT, PAPER, "title: Where do you live?", "title: Room #3"),
    plant(Code.YAML_SIGN, PAPER, "title: Where do", "title: &where Where do"),
    plant(Code.YAML_SIGN, PAPER, "title: Where do", "title: !Where do"),
    plant(Code.YAML_SIGN, PAPER, "title: Where do", "title: *Where do"),
    plant_bytes(Code.YAML_DEPTH, "notices.yaml", b"a: " + b"[" * 20 + b"]" * 20, "a: ["),
    plant(Code.YAML_QUOTE, "facts.yaml", "value: 48 hours", 'value: "48 hours'),
    plant(Code.YAML_SIGN, "bot.yaml", "ar: {fallback: en}", "ar: {fallback: en"),
    plant(Code.YAML_STRUCTURE, PAPER, "    sensitivity: red", "---\n    sensitivity: red", "---"),
    plant(Code.YAML_TWICE, PAPER, "    sensitivity: red", "    sensitivity: red\n    title: Another", "title: Another"),
    plant_bytes(Code.GAZETTEER_BROKEN, "gazetteer.tsv", b"postcode\n"),
    plant_bytes(Code.CATALOGUE_BROKEN, "locales/ar/LC_MESSAGES/help.po", b'msgid "\xff"'),
    plant_bytes(Code.LEDGER_BROKEN, "locales/ar/ledger/help.yaml", b"help.title: {by: machine}"),
    plant(Code.ENTRY_MISSING, PAPER, "    text: Do you live at an address?\n", "", "  start:"),
    plant(Code.ENTRY_KEY, PAPER, "    sensitivity: red", "    sensitivty: red"),
    plant(Code.ENTRY_KEY, PAPER, "        icon: phone", "        icn: phone"),
    plant(Code.ENTRY_CHOICE, PAPER, "sensitivity: red", "sensitivity: orange"),
    plant(Code.ENTRY_CHOICE, PAPER, "icon: phone", "icon: telephone"),
    plant(Code.ENTRY_CHOICE, PAPER, "card: true", "card: perhaps"),
    plant(Code.ENTRY_FORM, PAPER, "to: help.numbers", "to: help/numbers"),
    plant(Code.ENTRY_FORM, "bot.yaml", '"#0b5394"', '"blue"'),
    plant(Code.ENTRY_FORM, "bot.yaml", "frames: https://help.example", "frames: https://help.example/page"),
    plant(Code.ENTRY_KEY, "bot.yaml", "  colour: ", "  color: "),
    plant(Code.ENTRY_TEXT, PAPER, "title: Where do you live?", "title: [Where, do]"),
    plant(Code.ENTRY_EMPTY, PAPER, "title: Where do you live?", 'title: ""'),
    plant(Code.ENTRY_DATE, "notices.yaml", "from: 2026-12-01", "from: 1 December"),
    plant(Code.ENTRY_DATE, "notices.yaml", "from: 2026-12-01", "from: 2026-02-30"),
    plant(Code.ENTRY_NUMBER, "places/antwerp.yaml", "51.2057, 4.4106", "51.2O57, 4.4106"),
    plant(Code.ENTRY_NUMBER, "places/antwerp.yaml", "51.2057, 4.4106", "512.057, 4.4106"),
    plant(Code.ENTRY_SHAPE, "facts.yaml", "in: {nl: RvV, fr: CCE}", "in: RvV"),
    plant_bytes(Code.ENTRY_SHAPE, "notices.yaml", b"- strike\n", "- strike"),
    Fault(Code.ENTRY_TWICE, _two_places_files, "places/more.yaml", "legal-desk:"),
    plant(Code.FLOW_NAME, HELP, "flow: help", "flow: helping"),
    Fault(Code.FLOW_RESERVED, _reserved_flow, "flows/bot.yaml", "flow: bot", also=_MIXED),
    plant(Code.FLOW_START, HELP, "start: start", "start: beginning"),
    plant(Code.BOT_LOCALE, "bot.yaml", "  ar: {fallback: en}", "  arabic: {fallback: en}"),
    along(plant(Code.BOT_LOCALE, "bot.yaml", "  en: {}\n", "", "locales:"), Code.BOT_FALLBACK),
    plant(Code.BOT_FALLBACK, "bot.yaml", "ar: {fallback: en}", "ar: {fallback: fr}"),
    plant(Code.BOT_PROVINCE, "bot.yaml", "  antwerp: Antwerp", "  antwerpen: Antwerp"),
    Fault(
        Code.BOT_PROVINCE, lambda: _other_gazetteer(b"antwerp\t51.2057", b"limburg\t51.2057"), "bot.yaml", "provinces:"
    ),
    plant(Code.INTERFACE_MISSING, "interface.yaml", "write-here: ", "#", ""),
    plant(Code.INTERFACE_UNKNOWN, "interface.yaml", "send: Send", "send: Send\nsendd: Send", "sendd: Send"),
    plant(Code.CAMPAIGN_LOCALE, "campaigns.yaml", "locale: ar", "locale: so"),
)
