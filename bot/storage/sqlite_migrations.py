"""The steps from an empty file to today's tables; the number of the last one is the schema version."""

OURS = 0x57656777
"""SQLite's application_id of our files ("Wegw" in ASCII): nobody else's database is ever touched."""

_FIRST = (
    f"PRAGMA application_id = {OURS}",
    """
    CREATE TABLE counters (
        day TEXT NOT NULL,
        what TEXT NOT NULL,
        value TEXT NOT NULL,
        n INTEGER NOT NULL,
        PRIMARY KEY (day, what, value)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE preferences (
        chat BLOB NOT NULL PRIMARY KEY,
        locale TEXT NOT NULL,
        used TEXT NOT NULL
    ) WITHOUT ROWID
    """,
)

_FIGURES = (
    "CREATE TABLE periods (period TEXT NOT NULL PRIMARY KEY, k INTEGER NOT NULL) WITHOUT ROWID",
    """
    CREATE TABLE figures (
        period TEXT NOT NULL,
        what TEXT NOT NULL,
        value TEXT NOT NULL,
        n INTEGER NOT NULL,
        PRIMARY KEY (period, what, value)
    ) WITHOUT ROWID
    """,
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _FIGURES)
"""Only ever added to: migration 1 first; a shipped one is never changed."""

NEWEST = len(MIGRATIONS)
"""The schema version that this program writes and the newest that it reads."""
