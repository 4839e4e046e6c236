"""/stats: the published figures for those who run the bot. Nobody else can tell that there is such a command."""

from collections import deque
from collections.abc import Collection
from functools import partial

from bot.channels.telegram.chat import LiveChat
from bot.channels.telegram.inbound import Arrival
from bot.channels.telegram.living_message import Acts, tidy
from bot.channels.telegram.outbound import write_page
from bot.content.keys import Keys
from bot.dialogue.inputs import Commanded
from bot.ports import FiguresShown

COMMAND = "stats"
"""Not in the list of commands that Telegram shows: to others it is a command that the bot does not know."""


def asks_for_figures(arrival: Arrival, operator_ids: Collection[int]) -> bool:
    """Tell whether an operator asks for figures; the number of a private chat is that of the person."""
    given = arrival.visit.given
    return isinstance(given, Commanded) and given.name == COMMAND and arrival.chat in operator_ids


def plan_figures(chat: LiveChat, arrival: Arrival, shown: FiguresShown, keys: Keys) -> Acts:
    """Return the acts that show figures: words, picture, file. What was typed goes, as it does for everybody."""
    acts: Acts = deque([partial(chat.send, write_page(shown.message, keys)), *tidy(chat, arrival)])
    if shown.picture:
        acts.append(partial(chat.send_picture, shown.picture, shown.caption))
    if shown.file:
        acts.append(partial(chat.send_file, shown.file, shown.file_name))
    return acts
