# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an action is, and what the page does around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .. import php
from ..page import PAGE_TAIL
from ..tabs import SETTINGS_TAB
from ..visit import Visit

#: the dispatcher prints a page head unless the action's name has one of these (``renderUI`` in sip_settings.php)
_HEADLESS = ("get_", "set_", "put_", "delete_", "export_", "add_")


@dataclass(frozen=True)
class Action:
    """One value of the parameter ``action``.

    ``write``: it changes provisioned state. ``secrets``: parameters of this action that must not be in a URL.
    """

    name: str
    handler: Callable[[Visit], None]
    write: bool = False
    secrets: frozenset[str] = frozenset()


def action_name(variables: php.Variables) -> str:
    """The requested action, compared exactly; "" for none.

    :raises php.UncaughtError: it is an array
    """
    return php.scalar(variables, "action")


def page_head_precedes(name: str) -> bool:
    return not any(part in name for part in _HEADLESS)


def show_page(visit: Visit, tab: Callable[[Visit], str] = SETTINGS_TAB) -> None:
    """Finish an HTML page; ``export`` suppresses its tab."""
    if php.is_empty(visit.variables.get("export")):
        visit.page.print(tab(visit))
    visit.page.print(PAGE_TAIL)
