# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A deed as data: what its module needs."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from ..._ansible.action_module import run_action
from ..client import SipxClient
from ..platform import SIPX

Params = t.Mapping[str, t.Any]


def _nothing(params: Params) -> None:
    return


@dataclass(frozen=True)
class Deed:
    """Something that is done at every run, or unless it is done already.

    :param options: argument spec.
    :param act: does it, and returns what the result should hold.
    :param check: raises for parameters that cannot be carried out.
    :param look: what the server says before, ``None`` when there is nothing to do; see :func:`run_action`.
    :param constraints: ``required_one_of`` and its like.
    """

    options: dict[str, dict[str, t.Any]]
    act: t.Callable[[SipxClient, Params], dict[str, t.Any]]
    check: t.Callable[[Params], None] = _nothing
    look: t.Callable[[SipxClient, Params], dict[str, t.Any] | None] | None = None
    constraints: t.Mapping[str, t.Any] = field(default_factory=dict)


def run_deed(deed: Deed) -> None:
    """Be the module of a deed."""
    run_action(SIPX, deed.options, deed.check, deed.act, deed.look, **deed.constraints)
