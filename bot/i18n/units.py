"""Durations in words, per language and plural form; and the sign of a kilometre.

Babel prints "3 duration-day" in Arabic and others (measured), and CLDR has no working day. The forms follow
CLDR 47 units, type long; working days, and languages that CLDR lacks, are written for this project and are
machine-drafted like any other text.
"""

from bot.i18n.locales import SOURCE_LOCALE, cldr_of

UNITS = ("hours", "days", "working-days", "weeks", "months", "years")

_WRITTEN: dict[str, tuple[str, str, str, str, str, str]] = {
    "en": (
        "one={n} hour|other={n} hours",
        "one={n} day|other={n} days",
        "one={n} working day|other={n} working days",
        "one={n} week|other={n} weeks",
        "one={n} month|other={n} months",
        "one={n} year|other={n} years",
    ),
    "nl": (
        "other={n} uur",
        "one={n} dag|other={n} dagen",
        "one={n} werkdag|other={n} werkdagen",
        "one={n} week|other={n} weken",
        "one={n} maand|other={n} maanden",
        "other={n} jaar",
    ),
    "fr": (
        "one={n} heure|other={n} heures",
        "one={n} jour|other={n} jours",
        "one={n} jour ouvrable|other={n} jours ouvrables",
        "one={n} semaine|other={n} semaines",
        "other={n} mois",
        "one={n} an|other={n} ans",
    ),
    "de": (
        "one={n} Stunde|other={n} Stunden",
        "one={n} Tag|other={n} Tage",
        "one={n} Arbeitstag|other={n} Arbeitstage",
        "one={n} Woche|other={n} Wochen",
        "one={n} Monat|other={n} Monate",
        "one={n} Jahr|other={n} Jahre",
    ),
    "es": (
        "one={n} hora|many={n} de horas|other={n} horas",
        "one={n} día|many={n} de días|other={n} días",
        "one={n} día laborable|many={n} de días laborables|other={n} días laborables",
        "one={n} semana|many={n} de semanas|other={n} semanas",
        "one={n} mes|many={n} de meses|other={n} meses",
        "one={n} año|many={n} de años|other={n} años",
    ),
    "pt": (
        "one={n} hora|many={n} de horas|other={n} horas",
        "one={n} dia|many={n} de dias|other={n} dias",
        "one={n} dia útil|many={n} de dias úteis|other={n} dias úteis",
        "one={n} semana|many={n} de semanas|other={n} semanas",
        "one={n} mês|many={n} de meses|other={n} meses",
        "one={n} ano|many={n} de anos|other={n} anos",
    ),
    "it": (
        "one={n} ora|many={n} di ore|other={n} ore",
        "one={n} giorno|many={n} di giorni|other={n} giorni",
        "one={n} giorno lavorativo|many={n} di giorni lavorativi|other={n} giorni lavorativi",
        "one={n} settimana|many={n} di settimane|other={n} settimane",
        "one={n} mese|many={n} di mesi|other={n} mesi",
        "one={n} anno|many={n} di anni|other={n} anni",
    ),
    "ro": (
        "one={n} oră|few={n} ore|other={n} de ore",
        "one={n} zi|few={n} zile|other={n} de zile",
        "one={n} zi lucrătoare|few={n} zile lucrătoare|other={n} de zile lucrătoare",
        "one={n} săptămână|few={n} săptămâni|other={n} de săptămâni",
        "one={n} lună|few={n} luni|other={n} de luni",
        "one={n} an|few={n} ani|other={n} de ani",
    ),
    "sq": (
        "other={n} orë",
        "other={n} ditë",
        "other={n} ditë pune",
        "other={n} javë",
        "other={n} muaj",
        "one={n} vit|other={n} vjet",
    ),
    "sr": (
        "one={n} sat|few={n} sata|other={n} sati",
        "one={n} dan|other={n} dana",
        "one={n} radni dan|few={n} radna dana|other={n} radnih dana",
        "few={n} nedelje|other={n} nedelja",
        "one={n} mesec|few={n} meseca|other={n} meseci",
        "few={n} godine|other={n} godina",
    ),
    "tr": (
        "other={n} saat",
        "other={n} gün",
        "other={n} iş günü",
        "other={n} hafta",
        "other={n} ay",
        "other={n} yıl",
    ),
    "ru": (
        "one={n} час|many={n} часов|other={n} часа",
        "one={n} день|many={n} дней|other={n} дня",
        "one={n} рабочий день|few={n} рабочих дня|many={n} рабочих дней|other={n} рабочего дня",
        "one={n} неделя|many={n} недель|other={n} недели",
        "one={n} месяц|many={n} месяцев|other={n} месяца",
        "one={n} год|many={n} лет|other={n} года",
    ),
    "uk": (
        "one={n} година|many={n} годин|other={n} години",
        "one={n} день|few={n} дні|many={n} днів|other={n} дня",
        "one={n} робочий день|few={n} робочі дні|many={n} робочих днів|other={n} робочого дня",
        "one={n} тиждень|few={n} тижні|many={n} тижнів|other={n} тижня",
        "one={n} місяць|few={n} місяці|many={n} місяців|other={n} місяця",
        "one={n} рік|few={n} роки|many={n} років|other={n} року",
    ),
    "ka": (
        "other={n} საათი",
        "other={n} დღე",
        "other={n} სამუშაო დღე",
        "other={n} კვირა",
        "other={n} თვე",
        "other={n} წელი",
    ),
    "ar": (
        "one=ساعة واحدة|two=ساعتان|few={n} ساعات|other={n} ساعة",
        "one=يوم واحد|two=يومان|few={n} أيام|many={n} يومًا|other={n} يوم",
        "one=يوم عمل واحد|two=يوما عمل|few={n} أيام عمل|other={n} يوم عمل",
        "one=أسبوع واحد|two=أسبوعان|few={n} أسابيع|many={n} أسبوعًا|other={n} أسبوع",
        "one=شهر واحد|two=شهران|few={n} أشهر|many={n} شهرًا|other={n} شهر",
        "one=سنة واحدة|two=سنتان|few={n} سنوات|other={n} سنة",
    ),
    "fa": (
        "other={n} ساعت",
        "other={n} روز",
        "other={n} روز کاری",
        "other={n} هفته",
        "other={n} ماه",
        "other={n} سال",
    ),
    "prs": (
        "other={n} ساعت",
        "other={n} روز",
        "other={n} روز کاری",
        "other={n} هفته",
        "other={n} ماه",
        "other={n} سال",
    ),
    "ps": (
        "one={n} ساعت|other={n} ساعته",
        "one={n} ورځ|other={n} ورځې",
        "one={n} کاري ورځ|other={n} کاري ورځې",
        "other={n} اونۍ",
        "one={n} میاشت|other={n} میاشتې",
        "one={n} کال|other={n} کاله",
    ),
    "ur": (
        "one={n} گھنٹہ|other={n} گھنٹے",
        "other={n} دن",
        "one={n} کام کا دن|other={n} کام کے دن",
        "one={n} ہفتہ|other={n} ہفتے",
        "other={n} ماہ",
        "other={n} سال",
    ),
    "so": (
        "one={n} saacad|other={n} saacadood",
        "one={n} maalin|other={n} maalmood",
        "one={n} maalin shaqo|other={n} maalmood oo shaqo",
        "other={n} toddobaad",
        "one={n} bil|other={n} bilood",
        "other={n} sano",
    ),
    "ti": (
        "one={n} ሰዓት|other={n} ሰዓታት",
        "one={n} መዓልቲ|other={n} መዓልታት",
        "one={n} መዓልቲ ስራሕ|other={n} መዓልታት ስራሕ",
        "one={n} ሰሙን|other={n} ሰሙናት",
        "one={n} ወርሒ|other={n} ኣዋርሕ",
        "one={n} ዓመት|other={n} ዓመታት",
    ),
    "am": (
        "one={n} ሰዓት|other={n} ሰዓታት",
        "one={n} ቀን|other={n} ቀናት",
        "one={n} የሥራ ቀን|other={n} የሥራ ቀናት",
        "one={n} ሳምንት|other={n} ሳምንታት",
        "one={n} ወር|other={n} ወራት",
        "one={n} ዓመት|other={n} ዓመታት",
    ),
    "kmr": (
        "other={n} saet",
        "other={n} roj",
        "one={n} roja kar|other={n} rojên kar",
        "other={n} hefte",
        "other={n} meh",
        "other={n} sal",
    ),
    "ckb": (
        "other={n} کاتژمێر",
        "other={n} ڕۆژ",
        "other={n} ڕۆژی کار",
        "other={n} هەفتە",
        "other={n} مانگ",
        "other={n} ساڵ",
    ),
}
"""For each unit in the order of UNITS: the plural categories of CLDR and their words; {n} is the number."""

_FORMS = {
    locale: {
        unit: dict(form.split("=", 1) for form in written.split("|"))
        for unit, written in zip(UNITS, units, strict=True)
    }
    for locale, units in _WRITTEN.items()
}
KILOMETRES = {
    "ru": "км",
    "uk": "км",
    "ka": "კმ",
    "ar": "كم",
    "fa": "کیلومتر",
    "prs": "کیلومتر",
    "ps": "کیلومتره",
    "ur": "کلومیٹر",
    "ti": "ኪ.ሜ.",
    "am": "ኪሜ",
    "ckb": "کم",
}
"""Where it is not km."""


def has_units(locale: str) -> bool:
    """Tell whether durations can be said in this language."""
    return locale in _FORMS


def say_duration(number: int, unit: str, locale: str) -> str:
    """Return "5 working days" in the language; in English where the table lacks the language."""
    forms = _FORMS.get(locale)
    plural = cldr_of(locale if forms else SOURCE_LOCALE).plural_form(number)
    choices = (forms or _FORMS[SOURCE_LOCALE])[unit]
    return choices.get(plural, choices["other"]).format(n=number)
