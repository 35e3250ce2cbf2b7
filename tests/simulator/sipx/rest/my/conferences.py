# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Conferences of the caller: the list, the settings of one, and who is in it."""

from __future__ import annotations

from typing import Any

from ....core.interface import Response
from ...state.conferences import Conference, ConferenceMember
from ...state.errors import NullPointerError
from ..representations import XML_OR_JSON, read_bean, represent
from ..restlet import Resource, StatusError
from ..xstream import BOOLEAN, FLAG, INT, NUMBER, STRING, Document, ListOf
from ..xstream.schema import record

MUSIC_ON_HOLD = ("FILES_SRC", "SOUNDCARD_SRC", "NONE")

CONFERENCE = record(
    "org.sipfoundry.sipxconfig.conference.Conference",
    enabled=BOOLEAN,
    name=STRING,
    description=STRING,
    extension=STRING,
    accessCode=STRING,
)
CONFERENCES = Document("conferences", ListOf("conference", CONFERENCE))
#: wire name of a setting to the attribute of the conference
SETTING_ATTRIBUTES = {
    "enabled": "enabled",
    "name": "name",
    "description": "description",
    "autorecorded": "autorecorded",
    "accessCode": "access_code",
    "moderatorCode": "moderator_code",
    "quickstart": "quickstart",
    "video": "video",
    "sendActiveVideoOnly": "send_active_video_only",
    "maxMembers": "max_members",
    "moh": "moh",
    "playEntryToneEnabled": "play_entry_tone",
    "playExitToneEnabled": "play_exit_tone",
    "recordAndPlayNameOnEntryEnabled": "record_and_play_name_on_entry",
    "recordAndPlayNameOnExitEnabled": "record_and_play_name_on_exit",
}
_TEXTS = ("name", "description", "accessCode", "moderatorCode", "moh")
SETTING = Document(
    "setting",
    record(
        "org.sipfoundry.sipxconfig.rest.UserConferenceResource$ConferenceSettingRepresentable",
        **{name: STRING if name in _TEXTS else NUMBER if name == "maxMembers" else FLAG for name in SETTING_ATTRIBUTES},
    ),
)
MEMBER = record(
    "org.sipfoundry.sipxconfig.conference.ActiveConferenceMember",
    id=INT,
    name=STRING,
    imId=STRING,
    uuid=STRING,
    volumeIn=INT,
    volumeOut=INT,
    energyLevel=INT,
    canHear=BOOLEAN,
    canSpeak=BOOLEAN,
)
DETAILS = Document(
    "conference",
    record(
        "org.sipfoundry.sipxconfig.rest.UserConferenceDetailsResource$Representable",
        extension=STRING,
        description=STRING,
        locked=BOOLEAN,
        members=ListOf("member", MEMBER),
    ),
)


class Conferences(Resource):
    """The conferences that the caller owns, participant codes in clear."""

    variants = XML_OR_JSON

    def get(self, variant: str) -> Response:
        owned = self.server.conferences.of_owner(self.exchange.user_id)
        return represent(self.exchange, CONFERENCES, [CONFERENCE.of(conference) for conference in owned], variant)


class ConferenceSettings(Resource):
    """One conference by name, whoever owns it. PUT changes what it sends; both codes are shown in clear."""

    variants = XML_OR_JSON
    modifiable = True

    def _find(self) -> Conference | None:
        conference = self.server.conferences.named(self.exchange.variables["name"])
        foreign = conference is not None and conference.owner_id != self.exchange.user_id
        if foreign and not self.exchange.knob("conference_ownership_unchecked"):
            raise StatusError(403)
        return conference

    def get(self, variant: str) -> Response | None:
        conference = self._find()
        if conference is None:
            return None
        value = {name: getattr(conference, attribute) for name, attribute in SETTING_ATTRIBUTES.items()}
        return represent(self.exchange, SETTING, value, variant)

    def put(self) -> None:
        values = read_bean(self.exchange, SETTING)
        conference = self._find()
        if conference is None or conference.id is None:
            raise NullPointerError
        draft = self.server.conferences.draft(conference.id)
        for name, value in values.items():
            if value is not None:
                setattr(draft, SETTING_ATTRIBUTES[name], self._stored(name, value))
        self.server.conferences.save(draft)

    @staticmethod
    def _stored(name: str, value: Any) -> Any:
        if name in ("accessCode", "moderatorCode"):
            return value or None
        if name == "moh":
            return value if value in MUSIC_ON_HOLD else None
        return value


class ConferenceDetails(Resource):
    """Who is in a conference; only for its owner, and only while it runs."""

    variants = XML_OR_JSON

    def get(self, variant: str) -> Response:
        conference = owned_conference(self, "Conference not found")
        if not conference.members:
            raise StatusError(406, "Conference found, but not active")
        value = {
            "extension": conference.extension,
            "description": conference.description,
            "locked": conference.locked,
            "members": [self._member(member) for member in conference.members],
        }
        return represent(self.exchange, DETAILS, value, variant)

    @staticmethod
    def _member(member: ConferenceMember) -> dict[str, Any]:
        return MEMBER.of(member)


def owned_conference(resource: Resource, not_found: str) -> Conference:
    """The conference named in the URL, which the caller must own.

    :param resource: with the variable ``confName``
    :param not_found: reason phrase where there is none
    :raises StatusError: 404 or 403
    """
    conference = resource.server.conferences.named(resource.exchange.variables["confName"])
    if conference is None:
        raise StatusError(404, not_found)
    if conference.owner_id != resource.exchange.user_id:
        raise StatusError(403, "User is not owner of this conference")
    return conference
