"""The bot's own words that the code asks for by name; the words themselves stand in interface.yaml."""

import re
from enum import StrEnum


class Phrase(StrEnum):
    """The keys of interface.yaml."""

    MENU = "menu"
    MENU_TITLE = "menu-title"
    MENU_TEXT = "menu-text"
    BACK = "back"
    EMERGENCY = "emergency"
    LANGUAGE = "language"
    HIDE = "hide"
    CHOOSE_LANGUAGE = "choose-language"
    START_AGAIN = "start-again"
    MORE = "more"
    DRAFT = "draft"
    SIGNED_OFF = "signed-off"
    SOURCE_DATED = "source-dated"
    SOURCE_UNDATED = "source-undated"
    SOURCE_CHECKED = "source-checked"
    OVERDUE = "overdue"
    WITHHELD = "withheld"
    MACHINE = "machine"
    OUTDATED = "outdated"
    ORIGINAL = "original"
    MISSING = "missing"
    MISSING_REVIEW = "missing-review"
    CARD_INTRO = "card-intro"
    OLD_BUTTON = "old-button"
    UNKNOWN_COMMAND = "unknown-command"
    UNSUPPORTED = "unsupported"
    GROUP = "group"
    ERROR = "error"
    SEARCH_FOUND = "search-found"
    SEARCH_NONE = "search-none"
    SEARCH_HINT = "search-hint"
    PLACES_TITLE = "places-title"
    PLACES_WHERE = "places-where"
    PLACES_WHICH = "places-which"
    PLACES_NEAR = "places-near"
    PLACES_SEVERAL = "places-several"
    PLACES_NONE = "places-none"
    PLACES_SHARE = "places-share"
    PLACES_SHARE_TEXT = "places-share-text"
    PLACES_PROVINCE = "places-province"
    PLACES_TOWN = "places-town"
    PLACES_OTHER_AREA = "places-other-area"
    PLACES_NEAR_POINT = "places-near-point"
    PLACES_GO_ON = "places-go-on"
    PLACES_NO_FIT = "places-no-fit"
    PLACES_FAR = "places-far"
    PLACES_LINES = "places-lines"
    PLACES_NOT_HERE = "places-not-here"
    PLACES_NONE_HERE = "places-none-here"
    PLACES_LINES_TEXT = "places-lines-text"
    WISH_OPEN = "wish-open"
    WISH_LANGUAGE = "wish-language"
    WISH_WALK_IN = "wish-walk-in"
    PLACE_UNKNOWN = "place-unknown"
    PLACE_DISTANCE = "place-distance"
    PLACE_ADDRESS_UNKNOWN = "place-address-unknown"
    PLACE_OPEN = "place-open"
    PLACE_OPEN_ALWAYS = "place-open-always"
    PLACE_CLOSED = "place-closed"
    PLACE_CLOSED_LONG = "place-closed-long"
    PLACE_APPOINTMENT = "place-appointment"
    PLACE_APPOINTMENT_REQUIRED = "place-appointment-required"
    PLACE_APPOINTMENT_NONE = "place-appointment-none"
    PLACE_COST_FREE = "place-cost-free"
    PLACE_COST_PARTLY = "place-cost-partly"
    PLACE_COST_PAID = "place-cost-paid"
    PLACE_CLOSED_FOR_GOOD = "place-closed-for-good"
    PLACE_HOURS_UNKNOWN = "place-hours-unknown"
    PLACE_WHO = "place-who"
    PLACE_ASKED_NOTHING = "place-asked-nothing"
    PLACE_ASKED_IDENTITY = "place-asked-identity"
    PLACE_CONFIDENTIAL = "place-confidential"
    WHO_WITHOUT_PAPERS = "who-without-papers"
    WHO_ADULTS = "who-adults"
    WHO_WOMEN = "who-women"
    WHO_MEN = "who-men"
    WHO_FAMILIES = "who-families"
    WHO_MINORS = "who-minors"
    WHO_YOUNG_PEOPLE = "who-young-people"
    WHO_ASYLUM_SEEKERS = "who-asylum-seekers"
    WHO_VICTIMS = "who-victims"
    WHO_DETAINED = "who-detained"
    PLACE_LANGUAGES = "place-languages"
    PLACE_MAP = "place-map"
    PLACE_UNVERIFIED = "place-unverified"
    PLACE_UNVERIFIED_UNDATED = "place-unverified-undated"
    PLACE_SITE = "place-site"
    PRIVACY_FORGOTTEN = "privacy-forgotten"
    FORGET_FAILED = "forget-failed"
    CLEARED = "cleared"
    COMMAND_START = "command-start"
    COMMAND_MENU = "command-menu"
    COMMAND_LANGUAGE = "command-language"
    COMMAND_HELP = "command-help"
    COMMAND_PRIVACY = "command-privacy"
    COMMAND_FORGET = "command-forget"
    COMMAND_CLEAR = "command-clear"
    COUNTER_CAME = "counter-came"
    COUNTER_EARLIER = "counter-earlier"
    COUNTER_LAST = "counter-last"
    COUNTER_PASSED = "counter-passed"
    COUNTER_HOW = "counter-how"
    LISTEN = "listen"
    WORDS = "words"
    WRITE_HERE = "write-here"
    SEND = "send"
    HELPED = "helped"
    HELPED_HOW = "helped-how"
    HELPED_YES = "helped-yes"
    HELPED_NO = "helped-no"
    HELPED_UNCLEAR = "helped-unclear"
    HELPED_WRONG = "helped-wrong"
    HELPED_DONE = "helped-done"
    SHOW_TO = "show-to"
    SHOW_TO_HOW = "show-to-how"
    SKIP = "skip"
    RUN_BY = "run-by"
    LEAVE = "leave"
    LEAVE_HOW = "leave-how"
    PAGE_LINK = "page-link"
    NOT_FOUND = "not-found"
    LOCATION_REFUSED = "location-refused"
    OFFLINE = "offline"
    OFFLINE_HOW = "offline-how"
    OFFLINE_KEEP = "offline-keep"
    OFFLINE_KEPT = "offline-kept"
    OFFLINE_REMOVE = "offline-remove"
    OFFLINE_REMOVED = "offline-removed"
    OFFLINE_ABSENT = "offline-absent"
    OFFLINE_UNABLE = "offline-unable"
    SHEET = "sheet"
    SHEET_HOW = "sheet-how"
    SHEET_OPERATOR = "sheet-operator"
    SHEET_DRAFT = "sheet-draft"
    SHEET_CONTENT = "sheet-content"
    SHEET_ADDRESS = "sheet-address"
    SHEET_PAGES = "sheet-pages"
    SHEET_GO_ON = "sheet-go-on"
    SHEET_OTHER = "sheet-other"
    SHEET_ONLINE = "sheet-online"
    SHEET_ANSWER = "sheet-answer"
    SHEET_COUNTER = "sheet-counter"
    SHEET_WITHHELD = "sheet-withheld"
    SHEET_MISSING = "sheet-missing"
    SHEET_SOURCES = "sheet-sources"
    SHEET_READ = "sheet-read"
    POSTER_SCAN = "poster-scan"
    POSTER_NAME = "poster-name"
    POSTER_TELEGRAM = "poster-telegram"
    POSTER_BROWSER = "poster-browser"


PLACEHOLDERS: dict[Phrase, frozenset[str]] = {
    Phrase.SIGNED_OFF: frozenset({"role", "date"}),
    Phrase.SOURCE_DATED: frozenset({"date"}),
    Phrase.SOURCE_UNDATED: frozenset({"date"}),
    Phrase.SOURCE_CHECKED: frozenset({"date"}),
    Phrase.PLACES_WHICH: frozenset({"area"}),
    Phrase.PLACES_NEAR: frozenset({"kind", "area"}),
    Phrase.PLACES_GO_ON: frozenset({"area"}),
    Phrase.PLACE_DISTANCE: frozenset({"distance"}),
    Phrase.PLACE_OPEN: frozenset({"time"}),
    Phrase.PLACE_CLOSED: frozenset({"time"}),
    Phrase.PLACE_LANGUAGES: frozenset({"languages"}),
    Phrase.PLACE_WHO: frozenset({"people"}),
    Phrase.PLACES_FAR: frozenset({"distance"}),
    Phrase.PLACE_UNVERIFIED: frozenset({"date"}),
    Phrase.CLEARED: frozenset({"duration"}),
    Phrase.COUNTER_CAME: frozenset({"date"}),
    Phrase.COUNTER_LAST: frozenset({"date"}),
    Phrase.COUNTER_PASSED: frozenset({"date"}),
    Phrase.COUNTER_HOW: frozenset({"date", "duration"}),
    Phrase.RUN_BY: frozenset({"organisation"}),
    Phrase.SHEET_OPERATOR: frozenset({"name", "operator"}),
    Phrase.SHEET_CONTENT: frozenset({"date"}),
    Phrase.SHEET_ANSWER: frozenset({"answers"}),
    Phrase.SHEET_READ: frozenset({"date"}),
    Phrase.POSTER_NAME: frozenset({"name"}),
    Phrase.LISTEN: frozenset({"length"}),
}
"""The values the bot fills into a phrase; all others take none."""

_PLACEHOLDER = re.compile(r"\{([a-z]+(?:\.[a-z][a-z0-9_]*)?)\}")
_NONE: frozenset[str] = frozenset()


def placeholders(text: str) -> frozenset[str]:
    """Return the names between braces in a text: {phone.return_line}, {date}."""
    return frozenset(_PLACEHOLDER.findall(text)) if "{" in text else _NONE


def fill(text: str, values: dict[str, str]) -> str:
    """Put values into a text; a name without a value stays as written (a check forbids it before)."""
    if "{" not in text:
        return text
    return _PLACEHOLDER.sub(lambda match: values.get(match.group(1), match.group(0)), text)


def split_placeholders(text: str) -> list[tuple[str, bool]]:
    """Cut a text at its placeholders: ("Call ", False), ("phone.return_line", True)."""
    parts = _PLACEHOLDER.split(text)
    return [(part, number % 2 == 1) for number, part in enumerate(parts) if part]
