# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dialing rules in the order of the dial plan (``DialPlanContextImpl``); new rules are appended."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from .aliases import AliasNamespace
from .errors import EXTENSION_IN_USE, NAME_IN_USE, SIPXCONFIG, DomainError
from .table import Table

CUSTOM, SITE_TO_SITE, LONG_DISTANCE = "custom", "site_to_site", "long_distance"
EMERGENCY, INTERNAL, ATTENDANT = "emergency", "internal", "attendant"
#: rules whose calls leave through gateways
GATEWAY_AWARE = frozenset({CUSTOM, SITE_TO_SITE, LONG_DISTANCE, EMERGENCY})
#: rules whose callers need permissions
AUTHORIZATION_CHECKED = frozenset({CUSTOM, SITE_TO_SITE, LONG_DISTANCE})
#: extension of the mailboxes, claimed by every rule of the kind ``internal``
VOICEMAIL_EXTENSION = "101"
ATTENDANT_SLOTS = ("after_hours_attendant_id", "holiday_attendant_id", "working_time_attendant_id")


@dataclass
class Rule:
    """A row of the dialing rule table.

    :param kind: the class of the rule, one of the constants of this module
    :param permission_names: permissions a caller needs
    :param gateway_ids: gateways in the order in which they are tried
    :param details: the properties of the kind, by the property names of ``DialingRuleBean``; attendants are ids
        in ``after_hours_attendant_id``, ``holiday_attendant_id`` and ``working_time_attendant_id``
    """

    name: str | None
    kind: str
    enabled: bool = False
    description: str | None = None
    schedule_id: int | None = None
    permission_names: list[str] = field(default_factory=list)
    gateway_ids: list[int] = field(default_factory=list)
    details: dict[str, Any] = field(default_factory=dict)
    id: int | None = None

    @property
    def gateway_aware(self) -> bool:
        """Whether calls by this rule leave through gateways."""
        return self.kind in GATEWAY_AWARE

    @property
    def extensions(self) -> list[str]:
        """Everything the rule answers to: extension, DID and attendant aliases, or the voicemail extension."""
        if self.kind == INTERNAL:
            return [VOICEMAIL_EXTENSION]
        aliases = (self.details.get("attendantAliases") or "").split()
        return [text for text in (self.details.get("extension"), self.details.get("did"), *aliases) if text]


class Rules(Table[Rule]):
    """The dialing rule table."""

    row_type = Rule
    entity = f"{SIPXCONFIG}.dialplan.DialingRule"

    def __init__(self, aliases: AliasNamespace) -> None:
        super().__init__()
        self.aliases = aliases
        self._by_name: dict[str, int] = {}

    def _index(self, row: Rule) -> None:
        assert row.id is not None
        if row.name is not None:
            self._by_name[row.name] = row.id
        self.aliases.claim(("dialingrule", row.id), (row.name, *row.extensions))

    def _unindex(self, row: Rule) -> None:
        assert row.id is not None
        if row.name is not None:
            self._by_name.pop(row.name, None)
        self.aliases.release(("dialingrule", row.id))

    def save(self, rule: Rule) -> Rule:
        """Store a rule.

        :raises DomainError: ``NameInUseException``; ``ExtensionInUseException`` for an extension, DID or alias
        """
        owner = None if rule.id is None else ("dialingrule", rule.id)
        if rule.name is not None and self._by_name.get(rule.name, rule.id) != rule.id:
            raise DomainError(NAME_IN_USE, "&error.nameInUse.long")
        if self.aliases.in_use(rule.name, by_other_than=owner):
            raise DomainError(NAME_IN_USE, "&error.nameInUse.long")
        if any(self.aliases.in_use(text, by_other_than=owner) for text in rule.extensions):
            raise DomainError(EXTENSION_IN_USE, "&error.extensionInUse")
        return self.store(rule)

    def attendant_ids(self) -> set[int]:
        """The ids of all attendants that rules use."""
        return {rule.details[slot] for rule in self for slot in ATTENDANT_SLOTS if rule.details.get(slot) is not None}

    def using_gateway(self, gateway_id: int) -> list[Rule]:
        """The rules that a gateway is attached to."""
        return [rule for rule in self if gateway_id in rule.gateway_ids]

    def forget_schedules(self, schedule_ids: Collection[int]) -> None:
        """Make the rules that used deleted schedules apply always."""
        for rule in self:
            if rule.schedule_id in schedule_ids:
                rule.schedule_id = None
