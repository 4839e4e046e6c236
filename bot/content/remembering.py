"""Values worked out once for each library, and forgotten with it: a reload must not keep the former content alive."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from bot.content.library import Library

LIMIT = 16384
"""Values that one function keeps of one library; a full store begins anew (a value can depend on the day)."""

Arguments = ParamSpec("Arguments")
Value = TypeVar("Value")


def remembered(
    work_out: Callable[Concatenate[Library, Arguments], Value],
) -> Callable[Concatenate[Library, Arguments], Value]:
    """Keep what a function of a library returns for as long as the library itself is kept.

    `functools.lru_cache` would hold the library too. The arguments are given by position, as in every call of ours,
    and the value must not hold the library.
    """
    stores: WeakKeyDictionary[Library, dict[object, Value]] = WeakKeyDictionary()

    @wraps(work_out)
    def recall(library: Library, /, *given: Arguments.args, **named: Arguments.kwargs) -> Value:
        assert not named, "remembered values are asked for by position"
        store = stores.get(library)
        if store is None:
            store = stores.setdefault(library, {})
        if given in store:
            return store[given]
        value = work_out(library, *given, **named)
        if len(store) >= LIMIT:
            store.clear()
        store[given] = value
        return value

    return recall
