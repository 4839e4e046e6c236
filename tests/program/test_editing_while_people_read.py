"""Editors edit, save, break and mend while a person walks through the running reception.

Nobody ever meets content that `wegwijs check` rejects, and no button strands anyone.
"""

import asyncio
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.content.issues import has_errors
from bot.content.keys import write_lock
from bot.content.phrases import Phrase
from bot.content.reader import read_content
from bot.dialogue.checking import check_content
from bot.dialogue.inputs import Commanded, Input, Pressed, Said, SharedPoint, Started
from bot.dialogue.messages import Message
from bot.dialogue.position import Act, decode, encode
from bot.dialogue.turns import ClearChat
from bot.reception import Reception, Visit
from bot.storage.content_folder import read_folder, read_sounds
from bot.storage.live_library import LiveLibrary, Outcome
from bot.storage.memory import MemoryCounters, MemoryPreferences
from tests.content.sample import Files, reading_of, sample_files, written
from tests.program.content_edits import BAD, FAULTY, GOOD, Edit
from tests.storage.reloading import NOW, Told, live_library

WAYS_HOME = {Act.MENU, Act.SPEAK, Act.HIDE}
"""The menu, or a language, which opens it; the menu itself has "Hide now"."""
KEPT_BUTTONS = 60
NUMBERS = st.integers(0, 99)
WALK = st.lists(NUMBERS, max_size=6)


def passes_check(folder: Path) -> bool:
    """Tell what `wegwijs check` would say of a folder."""
    reading = read_content(read_folder(folder), read_sounds(folder))
    return not has_errors(check_content(reading))


class Newsroom(RuleBasedStateMachine):
    """One content folder, editors with unsaved windows, a bot in use, and a person with old messages."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.place = Path(tempfile.mkdtemp())
        self.folder = written(self.place / "content", sample_files())
        self.live: LiveLibrary = live_library(self.folder, Told())
        self.reception = Reception(self.live, MemoryCounters(), MemoryPreferences(), b"a secret of the tests")
        self.windows: Files = sample_files()
        self.good: Files = sample_files()
        self.sounds = {name: data for name, data in self.good.items() if name.endswith(".ogg")}
        self.shown: Message | None = None
        self.buttons: list[str] = []

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.loop.close()
        shutil.rmtree(self.place)

    # Editors.

    @rule(edit=st.sampled_from(GOOD), number=NUMBERS)
    def edit_well(self, edit: Edit, number: int) -> None:
        """Change something as docs/editors.md says, in a window."""
        edit(self.windows, number)

    @rule(edits=st.lists(st.tuples(st.sampled_from(GOOD), NUMBERS), min_size=1, max_size=4), walk=WALK)
    def publish(self, edits: list[tuple[Edit, int]], walk: list[int]) -> None:
        """Change what is in use, save it, and let the bot look; the person goes on."""
        self.windows = dict(self.good)
        for edit, number in edits:
            edit(self.windows, number)
        self._save_look_and_walk(walk)

    @rule(edit=st.sampled_from(BAD), number=NUMBERS, walk=WALK, is_saved=st.booleans())
    def make_a_mistake(self, edit: Edit, number: int, walk: list[int], *, is_saved: bool) -> None:
        """Change something so that it is wrong, in a window; perhaps it is saved and the bot looks."""
        edit(self.windows, number)
        if is_saved:
            self._save_look_and_walk(walk)

    @rule()
    def save_all(self) -> None:
        """Write every window; what was deleted goes."""
        for name in set(read_folder(self.folder)) - set(self.windows):
            (self.folder / name).unlink()
        written(self.folder, self.windows)

    @rule(chosen=NUMBERS)
    def save_one(self, chosen: int) -> None:
        """Write one file, though another belongs to it."""
        self._write(chosen, 1.0)

    @rule(chosen=NUMBERS, part=st.floats(0, 1))
    def save_half(self, chosen: int, part: float) -> None:
        """Write the beginning of a file: a slow share, a full disk."""
        self._write(chosen, part)

    @rule()
    def bring_back(self) -> None:
        """`git checkout .`: all as it was last in use."""
        self.windows = dict(self.good)
        self.save_all()

    @rule()
    def record_ids(self) -> None:
        """`wegwijs ids`, if the content can be read."""
        reading = reading_of(self.windows)
        if reading.library is not None and not has_errors(reading.issues):
            self.windows["ids.lock"] = write_lock(reading.library.keys.by_id)

    def _save_look_and_walk(self, walk: list[int]) -> None:
        self.save_all()
        self.look()
        for chosen in walk:
            if self.buttons:
                self.press_an_old_button(chosen)
                self.what_is_shown_is_sound_and_leads_home()

    def _write(self, chosen: int, part: float) -> None:
        names = sorted(name for name in self.windows if name.endswith((".yaml", ".lock")))
        name = names[chosen % len(names)]
        written(self.folder, {name: self.windows[name][: int(len(self.windows[name]) * part)]})

    # The bot.

    @rule()
    def look(self) -> None:
        """The running bot looks at the folder: it takes exactly what `wegwijs check` would let pass."""
        before = self.live()
        outcome = self.loop.run(self.live.refresh(NOW))
        event(outcome.value)
        if passes_check(self.folder):
            self.good = {**self.sounds, **read_folder(self.folder)}
            assert outcome in {Outcome.TAKEN, Outcome.UNCHANGED}
            assert self.live.trouble is None
        else:
            assert outcome is not Outcome.TAKEN
            assert self.live() is before
            assert self.live.standing()

    # A person.

    @initialize()
    def arrive(self) -> None:
        """Write to the bot for the first time."""
        self._visit(Started())

    @precondition(lambda self: bool(self.shown))
    @rule(chosen=NUMBERS)
    def press(self, chosen: int) -> None:
        """Press a button of the message on the screen."""
        assert self.shown is not None
        data = self._data(self.shown)
        if data:
            self._visit(Pressed(), data[chosen % len(data)])

    @precondition(lambda self: bool(self.buttons))
    @rule(chosen=NUMBERS)
    def press_an_old_button(self, chosen: int) -> None:
        """Press a button of any message of the past; a page that still exists under any name is shown."""
        data = self.buttons[chosen % len(self.buttons)]
        message = self._visit(Pressed(), data)
        library = self.live()
        position = decode(data, library.keys)
        assert position is not None
        step = library.find_step(position.thing.removeprefix("step:"))
        if position.act is Act.STEP and step is not None:
            assert library.say(message.locale, Phrase.OLD_BUTTON) not in message.words

    @rule(words=st.sampled_from(["paper", "doctor", "Antwerp", "2018", "extra", FAULTY, "x"]))
    def type_words(self, words: str) -> None:
        """Ask in words."""
        self._visit(Said(words))

    @rule(command=st.sampled_from(["menu", "help", "privacy", "language"]))
    def command(self, command: str) -> None:
        """Type a command."""
        self._visit(Commanded(command))

    @rule()
    def share(self) -> None:
        """Share a point."""
        self._visit(SharedPoint(51.2, 4.4))

    def _visit(self, given: Input, button: str = "") -> Message:
        visit = Visit("web", given, button=button, phone_language="ar")
        turn = self.loop.run(self.reception.receive(visit, NOW))
        # "Hide now" clears the chat and leaves nothing on the screen, on purpose.
        self.shown = None if ClearChat() in turn.effects else turn.message
        self.buttons = [*self.buttons, *self._data(turn.message)][-KEPT_BUTTONS:]
        return turn.message

    def _data(self, message: Message) -> list[str]:
        keys = self.live().keys
        return [encode(button.position, keys) for button in message.buttons if button.position is not None]

    @invariant()
    def what_is_shown_is_sound_and_leads_home(self) -> None:
        """No page shows words of a mistake, and every page has a way to the menu."""
        if self.shown is None:
            return
        buttons = [button.text for button in self.shown.buttons]
        assert FAULTY not in "\n".join([self.shown.title, self.shown.words, *buttons])
        acts = {button.position.act for button in self.shown.buttons if button.position is not None}
        assert acts & WAYS_HOME, self.shown


Newsroom.TestCase.settings = settings(
    max_examples=25, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)  # fmt: skip
"""A failure is shown as it was found: making it smaller would take minutes."""
TestNewsroom: Any = Newsroom.TestCase
"""Any: what Hypothesis makes of a machine has no type."""


@pytest.mark.parametrize("edit", GOOD, ids=lambda edit: edit.__name__)
def test_every_good_edit_passes_check(edit: Edit) -> None:
    """Otherwise the machine would only ever see refusals."""
    files = sample_files()
    edit(files, 3)
    assert not has_errors(check_content(reading_of(files))), check_content(reading_of(files))


@pytest.mark.parametrize("edit", BAD, ids=lambda edit: edit.__name__)
def test_every_mistake_is_refused_and_would_be_seen(edit: Edit) -> None:
    """Otherwise the machine would prove nothing."""
    files = sample_files()
    edit(files, 3)
    assert has_errors(check_content(reading_of(files)))
    assert FAULTY.encode() in b"".join(data for name, data in files.items() if name.startswith("flows/"))
