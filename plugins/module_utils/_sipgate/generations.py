# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The two generations of the API, and which of them a module speaks."""

from __future__ import annotations

import typing as t

from .._model.errors import CallError

V1 = "v1"
V2 = "v2"

#: newest first: what is not asked for otherwise is done with the newest generation that has the thing
GENERATIONS = (V2, V1)

URLS = {V1: "https://api.sipgate.net", V2: "https://api.sipgate.com"}


def chosen(wanted: str | None, offered: t.Sequence[str]) -> str:
    """The generation to speak.

    :param wanted: the option ``api_version``, if given.
    :param offered: the generations that have the thing.
    :raises CallError: the wanted one does not have it.
    """
    if wanted is None:
        return next(generation for generation in GENERATIONS if generation in offered)
    if wanted not in offered:
        raise CallError(
            f"api_version={wanted}: this exists only in {' and '.join(offered)} of the sipgate API. "
            "Leave api_version out, or give this task the credentials of the other generation."
        )
    return wanted


def by_generation(table: t.Mapping[str, t.Callable[..., t.Any]]) -> t.Callable[..., t.Any]:
    """A callable that hands over to the one of its first argument's generation (a client).

    :param table: generation to callable.
    """

    def dispatch(client: t.Any, *arguments: t.Any) -> t.Any:
        return table[chosen(client.generation, tuple(table))](client, *arguments)

    return dispatch
