# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which platforms there are, where their twins live, and which twin a path belongs to."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Sequence
from types import ModuleType

from .interface import Clock, Twin, twin_for

_PACKAGE = __name__.partition(".core.")[0]

#: Folders of the twins, in the order in which they are asked whether they own a path. sipgate v1 comes last: its
#: paths begin with any user id.
TWIN_FOLDERS = ("sipx", "onsip", "sipgate_v2", "sipthor", "sipgate_v1")

#: First path segments that belong to one platform even where its twin does not own the rest of the path, so that
#: ``/api/settings/x`` is not taken for the settings of a sipgate user called ``api``.
RESERVED_SEGMENTS = {
    "sipxconfig": "sipx",
    "api": "onsip",
    "webapi": "onsip",
    "restapi": "onsip",
    "v2": "sipgate_v2",
}


def load_twins(clock: Clock) -> list[Twin]:
    """One twin of every platform whose module exists.

    :param clock: the server time all of them share
    :return: the twins in routing order; a platform without a module is left out
    :raises ModuleNotFoundError: if a twin's module exists and imports something that does not
    """
    twins = []
    for folder in TWIN_FOLDERS:
        module = _twin_module(folder)
        if module is not None:
            twins.append(_twin_class(module)(clock))
    return twins


def _twin_module(folder: str) -> ModuleType | None:
    package = f"{_PACKAGE}.{folder}"
    try:
        return importlib.import_module(f"{package}.twin")
    except ModuleNotFoundError as error:
        if error.name in (package, f"{package}.twin"):
            return None
        raise


def _twin_class(module: ModuleType) -> type[Twin]:
    named: type[Twin] | None = getattr(module, "TWIN", None)
    if named is not None:
        return named
    classes = [
        value
        for value in vars(module).values()
        if inspect.isclass(value)
        and issubclass(value, Twin)
        and value.__module__ == module.__name__
        and not inspect.isabstract(value)
    ]
    if len(classes) != 1:
        raise ImportError(f"{module.__name__} must define one Twin, or name it TWIN; it defines {len(classes)}")
    return classes[0]


def owner_of(twins: Sequence[Twin], path: str) -> Twin | None:
    """The twin that serves a raw path, or None.

    :param twins: in routing order
    :param path: the raw path, without the query
    """
    owner = RESERVED_SEGMENTS.get(path.split("/", 2)[1] if path.startswith("/") else "")
    if owner is not None:
        twins = [twin for twin in twins if twin.name == owner]
    return twin_for(twins, path)
