"""What the forms say to each key where the model says nothing: what it means, and an example."""

_SOURCES = ("Ids from sources.yaml, one a line: where it comes from.", "fedasil-return")
_SEEN = ("The day the copy of the source was made that we read.", "2026-11-21")
_CHECKED = ("The day somebody compared it with the live source. Leave empty until then.", "2026-11-25")
_NOTE = ("For editors; not shown to people.", "House number not found.")

HELP: dict[tuple[str, str], tuple[str, str]] = {
    ("places", "name"): ("Its own name; the one on the door first.", "Terugkeerloket Fedasil Gent"),
    ("places", "street"): ("Street and number. Leave out what is not known.", "Lamorinièrestraat 137"),
    ("places", "postcode"): ("Four digits.", "2018"),
    ("places", "town"): ("The town, as people there write it.", "Antwerpen"),
    ("places", "serves"): ("Postcodes or provinces that it works for, one a line; or: Belgium.", "9000"),
    ("places", "point"): ("Latitude and longitude.", "51.0543, 3.7174"),
    ("places", "precision"): ("How exact the point is; compulsory with a point.", "street"),
    ("places", "phones"): ("With +32, one a line.", "+3280032745"),
    ("places", "emails"): ("One a line.", "info@example.org"),
    ("places", "site"): ("Its own page.", "https://www.fedasil.be"),
    ("places", "languages"): ("Codes of the languages spoken there, one a line.", "nl"),
    ("places", "hours"): ("Opening hours as OpenStreetMap writes them.", "Mo-Fr 09:00-12:30"),
    ("places", "appointment"): ("Whether one is needed; leave empty if unknown.", "required"),
    ("places", "cost"): ("What it costs; leave empty if unknown.", "free"),
    ("places", "link"): ("The page that this entry was taken from.", "https://www.fedasil.be/…"),
    ("places", "date"): ("The date of that page: a year, a month or a day.", "2020-04"),
    ("places", "seen"): _SEEN,
    ("places", "checked"): _CHECKED,
    ("places", "note"): _NOTE,
    ("facts", "value"): ("The number, link, amount, deadline, date or official word.", "+3280032745"),
    ("facts", "sources"): _SOURCES,
    ("facts", "seen"): _SEEN,
    ("facts", "checked"): _CHECKED,
    ("facts", "note"): _NOTE,
    ("notices", "text"): ("One or two short sentences above the menu.", "The return line is closed today."),
    ("notices", "from"): ("The first day it is shown.", "2026-12-01"),
    ("notices", "until"): ("The last day it is shown.", "2026-12-02"),
    ("notices", "sources"): _SOURCES,
}
