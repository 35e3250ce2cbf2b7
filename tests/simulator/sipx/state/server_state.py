# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole state of one sipXcom server: every table, the singletons, and what crosses tables."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from .aliases import AliasNamespace
from .attendants import AFTER_HOURS, Attendants
from .branches import Branches
from .cdrs import CallRecords, QualityRecords
from .conferences import Conferences
from .errors import UserError
from .forwarding import CallSequences
from .gateways import Gateways, Ports
from .groups import USER, Groups
from .hunt_groups import HuntGroups
from .jobs import Jobs, ProfilePush, ProfilePushes
from .jsonable import from_jsonable, to_jsonable
from .orbits import Orbits
from .page_groups import PageGroups
from .permissions import Permissions
from .personal import PersonalAttendants, SpeedDials
from .phonebooks import PhonebookEntries, Phonebooks
from .phones import Lines, Phone, Phones
from .prompts import Prompts
from .registrations import Registrations
from .rules import Rules
from .schedules import Schedules
from .servers import Locations
from .system import PAGING_PREFIX, System
from .table import Table
from .users import Users

#: the tables by attribute, in an order in which rows can be restored
TABLES = (
    "permissions",
    "branches",
    "groups",
    "users",
    "phones",
    "lines",
    "gateways",
    "ports",
    "locations",
    "attendants",
    "schedules",
    "rules",
    "hunt_groups",
    "page_groups",
    "orbits",
    "conferences",
    "call_sequences",
    "speed_dials",
    "personal_attendants",
    "phonebooks",
    "phonebook_entries",
    "registrations",
    "call_records",
    "quality_records",
    "jobs",
    "profile_pushes",
)


#: among the extras: the uploaded pictures by user name, and the messages of all mailboxes
AVATARS, VOICEMAILS = "avatars", "voicemails"


class ServerState:
    """One server.

    :param now: the server's time in seconds since the epoch
    :param job_delay_s: how long background jobs wait before they start
    """

    def __init__(self, now: Callable[[], float], job_delay_s: Callable[[], float] = lambda: 0) -> None:
        self.now = now
        self.aliases = AliasNamespace()
        self.permissions = Permissions()
        self.branches = Branches()
        self.groups = Groups()
        self.users = Users(self.aliases, self.groups, self.branches, self.permissions)
        self.phones = Phones(self.groups)
        self.lines = Lines()
        self.gateways = Gateways()
        self.ports = Ports()
        self.locations = Locations()
        self.attendants = Attendants()
        self.schedules = Schedules()
        self.rules = Rules(self.aliases)
        self.hunt_groups = HuntGroups(self.aliases)
        self.page_groups = PageGroups(self.aliases)
        self.orbits = Orbits(self.aliases)
        self.conferences = Conferences(self.aliases)
        self.call_sequences = CallSequences()
        self.speed_dials = SpeedDials()
        self.personal_attendants = PersonalAttendants()
        self.phonebooks = Phonebooks()
        self.phonebook_entries = PhonebookEntries()
        self.registrations = Registrations()
        self.call_records = CallRecords()
        self.quality_records = QualityRecords()
        self.jobs = Jobs(now, job_delay_s)
        self.profile_pushes = ProfilePushes()
        self.prompts = Prompts()
        self.system = System()
        #: further JSON-ready data by name, of resources that have no table
        self.extras: dict[str, Any] = {}

    # -- what crosses tables -------------------------------------------------------------------------------------

    def delete_user(self, user_id: int) -> bool:
        """Delete a user with everything that belongs to it; lines vanish from phones, which get a new profile.

        :returns: False for ``superadmin``, who stays
        :raises RowNotFoundError: for an unknown id
        """
        user = self.users.get(user_id)
        if user.is_superadmin:
            return False
        for line in self.lines.of_user(user_id):
            assert line.id is not None
            self.lines.remove(line.id)
            self.push_profile(line.phone_id, restart=True)
        for conference in self.conferences.of_owner(user_id):
            assert conference.id is not None
            self.conferences.remove(conference.id)
        for forgetting in (self.hunt_groups, self.page_groups, self.call_sequences):
            forgetting.forget_user(user_id)
        for owned in (self.speed_dials, self.personal_attendants):
            if user_id in owned:
                owned.remove(user_id)
        self.delete_schedules(schedule.id for schedule in self.schedules.of_user(user_id))
        self.delete_private_phonebook(user_id)
        self.extras.get(AVATARS, {}).pop(user.user_name, None)
        messages = self.extras.get(VOICEMAILS, [])
        messages[:] = [message for message in messages if message["user"] != user.user_name]
        self.users.remove(user_id)
        return True

    def phones_of_user(self, user_id: int) -> list[Phone]:
        """The phones that have a line of a user."""
        phone_ids = dict.fromkeys(line.phone_id for line in self.lines.of_user(user_id))
        return [self.phones.get(phone_id) for phone_id in phone_ids]

    def delete_phone(self, phone_id: int) -> None:
        """Delete a phone with its lines.

        :raises RowNotFoundError: for an unknown id
        """
        self.phones.remove(phone_id)
        for line in self.lines.of_phone(phone_id):
            assert line.id is not None
            self.lines.remove(line.id)

    def delete_private_phonebook(self, user_id: int) -> None:
        """Delete the private phonebook of a user with its entries; without one nothing happens."""
        book = self.phonebooks.private_of(user_id)
        if book is None:
            return
        assert book.id is not None
        for entry in self.phonebook_entries.of_book(book.id):
            assert entry.id is not None
            self.phonebook_entries.remove(entry.id)
        self.phonebooks.remove(book.id)

    def delete_group(self, group_id: int) -> bool:
        """Delete a group of any kind; its members leave it, its schedules and phonebook links go.

        :returns: False for ``administrators``, which stays
        :raises RowNotFoundError: for an unknown id
        """
        group = self.groups.get(group_id)
        if group.is_administrators:
            return False
        for table in (self.users, self.phones):
            for member in table.members(group_id):
                assert member.id is not None
                table.leave(member.id, group_id)
        if group.resource == USER:
            self.delete_schedules(schedule.id for schedule in self.schedules.of_group(group_id))
            for book in self.phonebooks:
                for linked in (book.member_group_ids, book.consumer_group_ids):
                    if group_id in linked:
                        linked.remove(group_id)
        self.groups.remove(group_id)
        return True

    def check_group_branch(self, group_id: int, branch_id: int | None) -> None:
        """Refuse a branch for a user group.

        :raises UserError: ``&branch.validity.error`` when a member has another own branch
        """
        if branch_id is not None and any(
            member.branch_id not in (None, branch_id) for member in self.users.members(group_id)
        ):
            raise UserError("&branch.validity.error")

    def delete_branch(self, branch_id: int) -> None:
        """Delete a branch; users and groups are detached from it.

        :raises RowNotFoundError: for an unknown id
        :raises UserError: ``&branches.delete.err`` when a gateway still belongs to it
        """
        self.branches.get(branch_id)
        if self.gateways.uses_branch(branch_id):
            raise UserError("&branches.delete.err")
        for table in (self.users, self.groups):
            for row in [row for row in table if row.branch_id == branch_id]:
                assert row.id is not None
                draft = table.draft(row.id)
                draft.branch_id = None
                table.store(draft)  # type: ignore[arg-type]
        self.branches.remove(branch_id)

    def delete_permission(self, permission_id: int) -> None:
        """Delete a custom permission; values stored for it lose their meaning."""
        self.permissions.remove(permission_id)

    def delete_schedules(self, schedule_ids: Iterable[int | None]) -> None:
        """Delete schedules; rules and forwarding rings that used them apply always from then on."""
        gone = {schedule_id for schedule_id in schedule_ids if schedule_id is not None}
        if not gone:
            return
        self.rules.forget_schedules(gone)
        self.call_sequences.forget_schedules(gone)
        for schedule_id in gone:
            self.schedules.remove(schedule_id)

    def push_profile(self, phone_id: int, restart: bool) -> None:
        """Queue the generation of a phone's profile and record the push; an unknown phone only makes a failed job."""
        phone = self.phones.find(phone_id)
        if phone is None:
            self.jobs.queue(f"Projection for: {phone_id}", error=f"Phone {phone_id} does not exist")
            return
        self.jobs.queue(f"Projection for: {phone.serial_number} {phone.model.label}")
        self.profile_pushes.store(ProfilePush(phone_id, phone.serial_number, restart, self.now()))

    def deploy(self) -> None:
        """Queue the push of changed configuration to all servers, as a save of a deployed bean does."""
        for location in self.locations:
            self.jobs.queue(f"Configuration deployment: {location.fqdn}", location.id)

    def after_hours_id(self) -> int:
        """The id of the built-in after-hours attendant."""
        attendant = self.attendants.with_system_id(AFTER_HOURS)
        assert attendant is not None and attendant.id is not None
        return attendant.id

    @property
    def realm(self) -> str:
        """The realm of the login challenges."""
        return self.system.sip_realm

    # -- the whole --------------------------------------------------------------------------------------------------

    def provisioned(self) -> tuple[Any, ...]:
        """A value that differs after every change of what is provisioned.

        Background jobs and what the running server remembers of gateway writes do not count.
        """
        revisions = tuple(self._table(name).revision for name in TABLES if name != "jobs")
        system = copy.deepcopy(replace(self.system, enum_names=[]))
        return revisions, self.prompts.revision, system, copy.deepcopy(self.extras)

    def dump(self) -> dict[str, Any]:
        """The state as JSON-ready data."""
        tables = {name: self._table(name).dump() for name in TABLES}
        return {
            "system": to_jsonable(self.system),
            **tables,
            "prompts": self.prompts.dump(),
            "extras": to_jsonable(self.extras),
        }

    def restore(self, data: Mapping[str, Any]) -> None:
        """Fill a new state with what ``dump`` returned; tables that are left out stay empty.

        :raises ValueError: for a part or a field that does not exist
        """
        unknown = sorted(set(data) - {"system", *TABLES, "prompts", "extras"})
        if unknown:
            raise ValueError(f"the state of sipx has no {', '.join(unknown)}")
        self.system = from_jsonable(System, data.get("system", {}))
        self.page_groups.use_prefix(self.system.service("paging").effective(PAGING_PREFIX) or "")
        for name in TABLES:
            self._table(name).restore(data.get(name, {}))
        self.prompts.restore(data.get("prompts", {}))
        self.extras = dict(data.get("extras", {}))

    def _table(self, name: str) -> Table[Any]:
        table = getattr(self, name)
        assert isinstance(table, Table)
        return table
