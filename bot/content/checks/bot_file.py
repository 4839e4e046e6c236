"""What bot.yaml, the first lines of flows and the campaigns name: languages, provinces, first steps."""

from collections.abc import Iterator

from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.issues import Issue, error
from bot.content.marks import suggest
from bot.content.texts import RESERVED_DOMAINS
from bot.i18n.locales import SOURCE_LOCALE


def check_locales(inspection: Inspection) -> Iterator[Issue]:
    """English is among the languages, and each fallback is one of them."""
    locales = inspection.library.bot.locales
    if SOURCE_LOCALE not in locales:
        sentence = "English is not among the languages; the texts are written in it and the others fall back to it."
        mark = inspection.bot_mark("locales")
        yield error(Code.BOT_LOCALE, mark, sentence, f'Add the line "{SOURCE_LOCALE}: {{}}".')
    for locale in locales.values():
        for other in locale.fallback:
            if other not in locales:
                mark = inspection.bot_mark("locales", locale.id, "fallback")
                sentence = f'"{locale.id}" falls back to "{other}", which is none of the languages.'
                yield error(Code.BOT_FALLBACK, mark, sentence, suggest(other, locales))


def check_provinces(inspection: Inspection) -> Iterator[Issue]:
    """Every province of the table of postcodes has a name in bot.yaml."""
    names = inspection.library.bot.provinces
    provinces = dict.fromkeys(area.province for area in inspection.library.areas)
    for province in provinces:
        if province not in names:
            sentence = f'The province "{province}" of the table of postcodes has no name, so nobody can pick it.'
            mark = inspection.bot_mark("provinces")
            yield error(Code.BOT_PROVINCE, mark, sentence, f'Add the line "{province}: …".')
    for province in names:
        if provinces and province not in provinces:
            sentence = f'The table of postcodes has no province "{province}", so its button would show nothing.'
            mark = inspection.bot_mark("provinces", province)
            yield error(Code.BOT_PROVINCE, mark, sentence, suggest(province, provinces))


def check_starts(inspection: Inspection) -> Iterator[Issue]:
    """The first step of each flow is one of its own steps."""
    for flow in inspection.library.flows.values():
        if flow.flow in RESERVED_DOMAINS:
            mark = inspection.mark(f"flow:{flow.flow}", "flow")
            sentence = f'No flow can be called "{flow.flow}": its translations would mix with the bot\'s own.'
            yield error(Code.FLOW_RESERVED, mark, sentence, "Give the flow and its file another name.")
        own = {step.id for step in flow.steps.values()}
        if flow.start not in own:
            mark = inspection.mark(f"flow:{flow.flow}", "start")
            sentence = f'The flow starts with "{flow.start.partition(".")[2]}", and it has no such step.'
            names = [step.name for step in flow.steps.values()]
            yield error(Code.FLOW_START, mark, sentence, suggest(flow.start.partition(".")[2], names))


def check_campaigns(inspection: Inspection) -> Iterator[Issue]:
    """The language of each start link is one that the bot speaks."""
    for campaign in inspection.library.campaigns.values():
        if campaign.locale and campaign.locale not in inspection.library.bot.locales:
            mark = inspection.mark(f"campaign:{campaign.id}", "locale")
            sentence = f'The start link opens in "{campaign.locale}", which the bot does not speak.'
            yield error(Code.CAMPAIGN_LOCALE, mark, sentence, suggest(campaign.locale, inspection.library.locales))
