# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/my/conference/{confName}/{command}``: commands to a running conference, by GET."""

from __future__ import annotations

from collections.abc import Callable

from ....core.interface import Response
from ...integers import java_int
from ...state.conferences import Conference, ConferenceMember
from ..representations import latin_text
from ..restlet import Resource, StatusError
from .conferences import owned_conference

INVITATIONS = ("invite", "inviteim")
#: commands that flip one property of a member
MEMBER_FLAGS = {
    "mute": ("can_speak", False),
    "unmute": ("can_speak", True),
    "deaf": ("can_hear", False),
    "undeaf": ("can_hear", True),
}
MEMBER_LEVELS = {"energy": "energy_level", "volume_in": "volume_in", "volume_out": "volume_out"}


class ConferenceCommand(Resource):
    """Command and arguments are one path segment, joined with ``&``; success cannot be told from the status."""

    variants = ("text/*",)

    def get(self, variant: str) -> Response:
        conference = owned_conference(self, "Conference not found")
        command, *arguments = self.exchange.variables["command"].split("&")
        if not command:
            raise StatusError(400, "No conference command specified")
        if command in INVITATIONS:
            if len(arguments) != 1 or not arguments[0]:
                raise StatusError(400, "Incorect invite command")
            return latin_text("<command-response>Invitation sent</command-response>")
        if self.exchange.is_down("freeswitch"):
            return latin_text("ERROR: Connection refused")
        draft = self.server.conferences.draft(conference.id or 0)
        answer = _run(draft, command, arguments)
        self.server.conferences.store(draft)
        return latin_text(answer)


def _run(conference: Conference, command: str, arguments: list[str]) -> str:
    """Carry out a command on the bridge and return its words (``mod_conference``)."""
    if not conference.members:
        return f"Conference {conference.name} not found\n"
    if command == "record":
        conference.recording = arguments[:1] != ["stop"]
        return "Record file started\n" if conference.recording else "Stopped recording\n"
    if command in ("lock", "unlock"):
        conference.locked = command == "lock"
        return f"OK {conference.name} {command}ed\n"
    if command == "list":
        return "".join(f"{member.id};{member.name};{member.uuid}\n" for member in conference.members)
    return _run_on_members(conference, command, arguments)


def _run_on_members(conference: Conference, command: str, arguments: list[str]) -> str:
    wanted = arguments[0] if arguments else ""
    members = [member for member in conference.members if wanted in ("all", str(member.id))]
    if command == "kick":
        conference.members = [member for member in conference.members if member not in members]
        return "".join(f"OK kicked {member.id}\n" for member in members) or "Non-Existant ID\n"
    change = _change(command, arguments)
    if change is None:
        return f"OK {command}\n"
    for member in members:
        change(member)
    return "".join(f"OK {command} {member.id}\n" for member in members) or "Non-Existant ID\n"


def _change(command: str, arguments: list[str]) -> Callable[[ConferenceMember], None] | None:
    """What a command does to a member, None for commands that change nothing one can see."""
    if command in MEMBER_FLAGS:
        attribute, value = MEMBER_FLAGS[command]
        return lambda member: setattr(member, attribute, value)
    level = java_int(arguments[1]) if arguments[1:] else None
    if command in MEMBER_LEVELS and level is not None:
        return lambda member: setattr(member, MEMBER_LEVELS[command], level)
    return None
