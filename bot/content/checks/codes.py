"""The codes of all issues, in the order of docs/checks.md; a test holds both lists equal."""

from enum import StrEnum


class Code(StrEnum):
    """Every kind of issue. Each has a heading in docs/checks.md; a code never changes its meaning."""

    # Files that cannot be read as they are.
    FILE_MISSING = "file-missing"
    YAML_TOO_LARGE = "yaml-too-large"
    YAML_ENCODING = "yaml-encoding"
    YAML_TAB = "yaml-tab"
    YAML_CHARACTER = "yaml-character"
    YAML_INVISIBLE = "yaml-invisible"
    YAML_INDENT = "yaml-indent"
    YAML_COLON = "yaml-colon"
    YAML_QUOTE = "yaml-quote"
    YAML_SIGN = "yaml-sign"
    YAML_LIST = "yaml-list"
    YAML_TEXT = "yaml-text"
    YAML_COMMENT = "yaml-comment"
    YAML_DEPTH = "yaml-depth"
    YAML_STRUCTURE = "yaml-structure"
    YAML_TWICE = "yaml-twice"
    GAZETTEER_BROKEN = "gazetteer-broken"
    CATALOGUE_BROKEN = "catalogue-broken"
    LEDGER_BROKEN = "ledger-broken"

    # Entries that are not as the format wants them.
    ENTRY_MISSING = "entry-missing"
    ENTRY_KEY = "entry-key"
    ENTRY_CHOICE = "entry-choice"
    ENTRY_FORM = "entry-form"
    ENTRY_TEXT = "entry-text"
    ENTRY_EMPTY = "entry-empty"
    ENTRY_DATE = "entry-date"
    ENTRY_NUMBER = "entry-number"
    ENTRY_SHAPE = "entry-shape"
    ENTRY_TWICE = "entry-twice"
    FLOW_NAME = "flow-name"
    FLOW_RESERVED = "flow-reserved"
    FLOW_START = "flow-start"
    BOT_LOCALE = "bot-locale"
    BOT_FALLBACK = "bot-fallback"
    BOT_PROVINCE = "bot-province"
    INTERFACE_MISSING = "interface-missing"
    INTERFACE_UNKNOWN = "interface-unknown"
    CAMPAIGN_LOCALE = "campaign-locale"

    # Where buttons lead.
    LINK_DANGLING = "link-dangling"
    LINK_MISSING = "link-missing"
    LINK_DOUBLE = "link-double"
    LINK_KIND = "link-kind"
    LINK_ISLAND = "link-island"
    LINK_DEAD_END = "link-dead-end"
    LINK_LOOP = "link-loop"
    LINK_DEEP = "link-deep"
    LINK_EMERGENCY = "link-emergency"

    # Questions, answers and conditions.
    OPTION_TWICE = "option-twice"
    ANSWER_UNASKED = "answer-unasked"
    ANSWER_UNUSED = "answer-unused"
    QUESTION_UNANSWERED = "question-unanswered"
    CONDITION_QUESTION = "condition-question"
    CONDITION_ANSWER = "condition-answer"
    CONDITION_NEVER = "condition-never"
    CONDITION_EMPTY = "condition-empty"
    COUNTER_BROKEN = "counter-broken"

    # Ids, which are for life.
    IDS_LOCK = "ids-lock"
    ID_MOVED = "id-moved"
    ID_GONE = "id-gone"
    ID_NEW = "id-new"

    # Lengths.
    LIMIT_BUTTON = "limit-button"
    LIMIT_WIDTH = "limit-width"
    LIMIT_TITLE = "limit-title"
    LIMIT_TEXT = "limit-text"
    LIMIT_PROFILE = "limit-profile"
    LIMIT_MESSAGE = "limit-message"

    # Names between braces.
    PLACEHOLDER_UNKNOWN = "placeholder-unknown"
    PLACEHOLDER_MISSING = "placeholder-missing"
    PLACEHOLDER_EXTRA = "placeholder-extra"
    PLACEHOLDER_BRACE = "placeholder-brace"

    # Wording.
    PROSE_NUMBER = "prose-number"
    PROSE_ADDRESS = "prose-address"
    PROSE_EXCLAMATION = "prose-exclamation"
    PROSE_MARKUP = "prose-markup"
    PROSE_INVISIBLE = "prose-invisible"
    PROSE_LONG_SENTENCE = "prose-long-sentence"
    PROSE_AVERAGE = "prose-average"
    PROSE_HARD = "prose-hard"

    # Tone.
    TONE_WORD = "tone-word"
    TONE_EXCUSE = "tone-excuse"
    TONE_PATTERN = "tone-pattern"
    TONE_TWICE = "tone-twice"
    TONE_LOCALE = "tone-locale"

    # One word for one thing, in every language.
    TERM_OTHER = "term-other"
    TERM_UNKNOWN = "term-unknown"

    # Facts, sources and what a sensitive page must have.
    FACT_VALUE = "fact-value"
    FACT_LOCALE = "fact-locale"
    FACT_UNSOURCED = "fact-unsourced"
    FACT_UNSEEN = "fact-unseen"
    FACT_MISSING = "fact-missing"
    FACT_UNUSED = "fact-unused"
    SOURCE_UNKNOWN = "source-unknown"
    SOURCE_MISSING = "source-missing"
    SOURCE_SINGLE = "source-single"
    SOURCE_UNUSED = "source-unused"
    CONTACT_MISSING = "contact-missing"
    DEADLINE_BARE = "deadline-bare"

    # Age; only with a day to compare with.
    DATE_FUTURE = "date-future"
    AGE_OVERDUE = "age-overdue"
    AGE_WITHHELD = "age-withheld"
    NOTICE_PERIOD = "notice-period"
    NOTICE_OVER = "notice-over"

    # Places.
    PLACE_KIND = "place-kind"
    PLACE_PHONE = "place-phone"
    PLACE_EMAIL = "place-email"
    PLACE_POSTCODE = "place-postcode"
    PLACE_POINT = "place-point"
    PLACE_PRECISION = "place-precision"
    PLACE_HOURS = "place-hours"
    PLACE_ABROAD = "place-abroad"
    PLACE_TWICE = "place-twice"
    PLACE_STALE = "place-stale"

    # Translations.
    TRANSLATION_MISSING = "translation-missing"
    TRANSLATION_OUTDATED = "translation-outdated"
    TRANSLATION_NUMBER = "translation-number"
    TRANSLATION_MARKUP = "translation-markup"
    TRANSLATION_LENGTH = "translation-length"
    TRANSLATION_SCRIPT = "translation-script"
    TRANSLATION_ENGLISH = "translation-english"
    TRANSLATION_BIDI = "translation-bidi"
    TRANSLATION_ORPHAN = "translation-orphan"

    # Recordings of pages read aloud.
    RECORDING_UNKNOWN = "recording-unknown"
    RECORDING_MISSING = "recording-missing"
    RECORDING_UNBOUND = "recording-unbound"
    RECORDING_REPLACED = "recording-replaced"
    RECORDING_BROKEN = "recording-broken"
    RECORDING_LARGE = "recording-large"
    RECORDING_OUTDATED = "recording-outdated"

    # Talks.
    TALK_HEADER = "talk-header"
    TALK_LINE = "talk-line"
    TALK_LOCALE = "talk-locale"
    TALK_BUTTON = "talk-button"
    TALK_TEXT = "talk-text"
