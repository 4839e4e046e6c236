"""Durations in words, per language and plural form.

Babel prints "3 duration-day" in Arabic and others (measured), and CLDR has no working day. The forms follow
CLDR 47 units, type long; working days are written for this project and are machine-drafted like any other text.
"""

from bot.i18n.locales import SOURCE_LOCALE, cldr_of

_FORMS: dict[str, dict[str, dict[str, str]]] = {
    "en": {
        "hours": {"one": "{n} hour", "other": "{n} hours"},
        "days": {"one": "{n} day", "other": "{n} days"},
        "working-days": {"one": "{n} working day", "other": "{n} working days"},
        "weeks": {"one": "{n} week", "other": "{n} weeks"},
        "months": {"one": "{n} month", "other": "{n} months"},
        "years": {"one": "{n} year", "other": "{n} years"},
    },
    "nl": {
        "hours": {"other": "{n} uur"},
        "days": {"one": "{n} dag", "other": "{n} dagen"},
        "working-days": {"one": "{n} werkdag", "other": "{n} werkdagen"},
        "weeks": {"one": "{n} week", "other": "{n} weken"},
        "months": {"one": "{n} maand", "other": "{n} maanden"},
        "years": {"other": "{n} jaar"},
    },
    "fr": {
        "hours": {"one": "{n} heure", "other": "{n} heures"},
        "days": {"one": "{n} jour", "other": "{n} jours"},
        "working-days": {"one": "{n} jour ouvrable", "other": "{n} jours ouvrables"},
        "weeks": {"one": "{n} semaine", "other": "{n} semaines"},
        "months": {"other": "{n} mois"},
        "years": {"one": "{n} an", "other": "{n} ans"},
    },
    "ar": {
        "hours": {"one": "ساعة واحدة", "two": "ساعتان", "few": "{n} ساعات", "other": "{n} ساعة"},
        "days": {
            "one": "يوم واحد",
            "two": "يومان",
            "few": "{n} أيام",
            "many": "{n} يومًا",
            "other": "{n} يوم",
        },
        "working-days": {
            "one": "يوم عمل واحد",
            "two": "يوما عمل",
            "few": "{n} أيام عمل",
            "other": "{n} يوم عمل",
        },
        "weeks": {
            "one": "أسبوع واحد",
            "two": "أسبوعان",
            "few": "{n} أسابيع",
            "many": "{n} أسبوعًا",
            "other": "{n} أسبوع",
        },
        "months": {
            "one": "شهر واحد",
            "two": "شهران",
            "few": "{n} أشهر",
            "many": "{n} شهرًا",
            "other": "{n} شهر",
        },
        "years": {"one": "سنة واحدة", "two": "سنتان", "few": "{n} سنوات", "other": "{n} سنة"},
    },
    "ti": {
        "hours": {"one": "{n} ሰዓት", "other": "{n} ሰዓታት"},
        "days": {"one": "{n} መዓልቲ", "other": "{n} መዓልታት"},
        "working-days": {"one": "{n} መዓልቲ ስራሕ", "other": "{n} መዓልታት ስራሕ"},
        "weeks": {"one": "{n} ሰሙን", "other": "{n} ሰሙናት"},
        "months": {"one": "{n} ወርሒ", "other": "{n} ኣዋርሕ"},
        "years": {"one": "{n} ዓመት", "other": "{n} ዓመታት"},
    },
}

UNITS: tuple[str, ...] = tuple(_FORMS[SOURCE_LOCALE])
KILOMETRES = {"ar": "كم", "ti": "ኪ.ሜ."}


def has_units(locale: str) -> bool:
    """Tell whether durations can be said in this language."""
    return locale in _FORMS


def say_duration(number: int, unit: str, locale: str) -> str:
    """Return "5 working days" in the language; in English where the table lacks the language."""
    forms = _FORMS.get(locale)
    plural = cldr_of(locale if forms else SOURCE_LOCALE).plural_form(number)
    choices = (forms or _FORMS[SOURCE_LOCALE])[unit]
    return choices.get(plural, choices["other"]).format(n=number)
