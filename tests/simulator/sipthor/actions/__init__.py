# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The actions that the page dispatches to, by the value of the parameter ``action``."""

from __future__ import annotations

from .certificates import CERTIFICATE_ACTIONS
from .declaration import Action, action_name, page_head_precedes, show_page
from .deletion import DELETION_ACTIONS
from .forms import FORM_ACTIONS
from .forwarding import FORWARDING_ACTIONS
from .journal import JOURNAL_ACTIONS
from .reads import READ_ACTIONS
from .settings_form import SETTINGS_ACTIONS
from .writes import WRITE_ACTIONS

ACTIONS: dict[str, Action] = {
    action.name: action
    for table in (
        READ_ACTIONS,
        WRITE_ACTIONS,
        FORWARDING_ACTIONS,
        JOURNAL_ACTIONS,
        FORM_ACTIONS,
        SETTINGS_ACTIONS,
        DELETION_ACTIONS,
        CERTIFICATE_ACTIONS,
    )
    for action in table
}

__all__ = ["ACTIONS", "Action", "action_name", "page_head_precedes", "show_page"]
