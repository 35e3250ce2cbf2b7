# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The switches for what the vendor's public sources leave open. The first choice is the default."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..core.interface import UnknownKnob

CHOICES: dict[str, tuple[Any, ...]] = {
    # A second "privacy on": code 1030, or success.
    "privacy_on_twice": ("error", "success"),
    # Persistent accept rules that a Do Not Disturb call writes back without their days.
    "dnd_persistent": ("keep", "drop", "refuse"),
    # An empty set of diversions.
    "clear_all_forwarding": ("works", "ignored", "refused"),
    # Whether the platform stores the URI of the mailbox where others store the keyword.
    "absolute_voicemail": ("off", "on"),
    # Trouble with the journal's database: text and end of the page, or a JSON answer.
    "db_errors": ("halt", "lenient"),
    # 500: sources since November 2022; object: the ones before.
    "monthly_usage": (500, "object"),
    # What is left of the groups of a temporary rule whose time is over.
    "temporary_after_expiry": ("empty", "last"),
    # hex: the look of the MongoDB journal of 2012 to 2020.
    "journal_ids": ("decimal", "hex"),
    # Any other storage than SQL stores nothing.
    "journal_storage": ("sql", "other"),
    # Whether the platform can sign client certificates.
    "certificate_authority": ("on", "off"),
    # Settings that the operator forgot; the page answers with a text.
    "misconfiguration": ("none", "missing_nonce", "no_domain_filter"),
}

DEFAULTS: dict[str, Any] = {
    **{name: choices[0] for name, choices in CHOICES.items()},
    "alias_limit": None,
    "duplicate_alias_code": 1011,
    "duplicate_alias_text": "The alias or account exists already",
    "backend_host": "HOST",
}

#: other ways to write a choice
SPELLINGS: dict[str, dict[Any, Any]] = {
    "privacy_on_twice": {"error 1030": "error", "error_1030": "error", 1030: "error", "1030": "error"},
    "absolute_voicemail": {True: "on", False: "off"},
    "certificate_authority": {True: "on", False: "off"},
    "db_errors": {"halt text": "halt", "halt_text": "halt", "lenient JSON": "lenient", "lenient_json": "lenient"},
    "monthly_usage": {"500": 500},
    "temporary_after_expiry": {
        "groups [] & 0": "empty",
        "last groups & 0": "last",
        "last groups": "last",
        "last_groups": "last",
    },
}


def canonical(values: Mapping[str, Any]) -> dict[str, Any]:
    """Knobs in the spelling under which they are kept.

    :raises UnknownKnob: an alias limit that is no whole number
    """
    limit = values.get("alias_limit")
    if limit is not None and (isinstance(limit, bool) or not isinstance(limit, int) or limit < 0):
        raise UnknownKnob(f"sipthor: knob 'alias_limit' takes a whole number or null, not {limit!r}")
    return {name: _canonical_choice(SPELLINGS.get(name, {}), value) for name, value in values.items()}


def _canonical_choice(spellings: Mapping[Any, Any], value: Any) -> Any:
    return next((kept for given, kept in spellings.items() if given == value and type(given) is type(value)), value)
