# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The route table (``rest.beans.xml``).

Every user service ``/my/X`` is reachable as ``/private/{key}/X`` too, with a user's private key in place of a login.
"""

from __future__ import annotations

from dataclasses import replace

from ..knobs import COMMERCIAL
from .admin.attendants import AutoAttendants, LiveAttendant, SelectedAttendant, SpecialMode
from .admin.avatars import Avatar
from .admin.branches import Branches
from .admin.emergency_locations import (
    ErlByElin,
    ErlOfGroup,
    ErlOfPhone,
    ErlOfPhoneGroup,
    ErlOfPhones,
    ErlOfUser,
    Erls,
)
from .admin.groups import UserGroups
from .admin.member_permissions import UserGroupPermissions, UserPermissions
from .admin.permissions import Permissions
from .admin.phonebooks import Phonebook, Phonebooks
from .admin.phones import Phones, Profile
from .admin.users import Users
from .my.calls import ActiveCalls, Call
from .my.conference_commands import ConferenceCommand
from .my.conferences import ConferenceDetails, Conferences, ConferenceSettings
from .my.contact_information import ContactInformation
from .my.forwarding import Forwarding, ScheduledForwarding
from .my.identity import (
    FaxPreferences,
    KeepAlive,
    LoginDetails,
    LoginDetailsUnite,
    LogoutUnite,
    PortalPassword,
    ServerTime,
)
from .my.merging import ImBotPreferences, ImPreferences
from .my.personal_attendant import AttendantLanguages, PersonalAttendantOperator, PersonalAttendantResource
from .my.phonebook_views import PagedPhonebook, PhonebookSearch, UserPhonebook
from .my.private_phonebook import GoogleImport, PrivateEntry, ShowContactsOnPhone, VCardEntry
from .my.redirect import Redirect
from .my.schedules import ForwardingSchedules
from .my.speed_dial import SpeedDials
from .my.voicemail import ActiveGreeting, VoicemailFeed, VoicemailPin, VoicemailPreferences
from .restlet import Route, Router
from .webui.dns import CustomRecords, DefaultView, Plans, Preview, ViewMove, Views
from .webui.maintenance import Backup, Birds, MongoCluster, Restore, UpdatePhone, UploadRestore
from .webui.regions import Regions

#: deeds that change nothing that is provisioned
NO_WRITES: tuple[str, ...] = ()

ADMINISTRATION = (
    Route("/auto-attendant", AutoAttendants),
    Route("/auto-attendant/specialmode", SpecialMode),
    Route("/auto-attendant/{attendant}/special", SelectedAttendant),
    Route("/auto-attendant/livemode/{code}", LiveAttendant),
    Route("/branch", Branches),
    Route("/branch/{id}", Branches),
    Route("/permission", Permissions),
    Route("/permission/{name}", Permissions),
    Route("/user", Users),
    Route("/user/{id}", Users),
    Route("/user-permission", UserPermissions),
    Route("/user-permission/{id}", UserPermissions),
    Route("/user-group", UserGroups),
    Route("/user-group/{id}", UserGroups),
    Route("/user-group-permission", UserGroupPermissions),
    Route("/user-group-permission/{id}", UserGroupPermissions),
    Route("/phonebook", Phonebooks),
    Route("/phonebook/{name}", Phonebook),
    Route("/phone", Phones),
    Route("/phone/{serialNumber}/profile/{name}", Profile),
    Route("/avatar/{user}", Avatar),
    Route("/activecdrs/{user}", ActiveCalls),
)

EMERGENCY_LOCATIONS = (
    Route("/erls", Erls),
    Route("/erl/elin/{elin}", ErlByElin),
    Route("/erl/user/{username}", ErlOfUser),
    Route("/erl/group/{groupName}", ErlOfGroup),
    Route("/erl/phone/{serialNumber}", ErlOfPhone),
    Route("/erl/phones", ErlOfPhones),
    Route("/erl/phonegroup/{groupName}", ErlOfPhoneGroup),
)

WEB_INTERFACE = (
    Route("/region", Regions),
    Route("/region/{id}", Regions),
    Route("/dnsPlan", Plans),
    Route("/dnsPlan/{id}", Plans),
    Route("/dnsView", Views),
    Route("/dnsView/{id}", Views),
    Route("/dnsViewMove", ViewMove),
    Route("/dnsDefaultView", DefaultView),
    Route("/dnsCustom", CustomRecords),
    Route("/dnsCustom/{id}", CustomRecords),
    Route("/dnsPreview/{show}", Preview, NO_WRITES),
    Route("/dnsDefaultPreview", Preview, NO_WRITES),
    Route("/backup/{type}", Backup, ("PUT",)),
    Route("/restore/", Restore, NO_WRITES),
    Route("/uploadRestore", UploadRestore, NO_WRITES),
    Route("/uploadRestore/{definitionId}/", UploadRestore, NO_WRITES),
    Route("/mongoGlobal/", MongoCluster, NO_WRITES),
    Route("/mongoRegional/", MongoCluster, NO_WRITES),
    Route("/birds", Birds, NO_WRITES),
    Route("/updatephone/{mac}/{version}/{model}", UpdatePhone, ("GET",)),
)

USER_SERVICES = (
    Route("/my/call/{to}", Call, NO_WRITES),
    Route("/my/forward", Forwarding),
    Route("/my/callfwd", ScheduledForwarding),
    Route("/my/callfwdsched", ForwardingSchedules),
    Route("/my/callfwdsched/{id}", ForwardingSchedules),
    Route("/my/activecdrs", ActiveCalls),
    Route("/my/voicemail/pin/{pin}", VoicemailPin, secrets=("pin",)),
    Route("/my/vmprefs", VoicemailPreferences),
    Route("/my/feed/voicemail/{folder}", VoicemailFeed),
    Route("/my/voicemail/attendant", PersonalAttendantResource),
    Route("/my/voicemail/attendant/lang", AttendantLanguages),
    Route("/my/voicemail/operator/{operator}", PersonalAttendantOperator),
    Route("/my/voicemail/operator/", PersonalAttendantOperator),
    Route("/my/phonebook", UserPhonebook),
    Route("/my/pagedphonebook?start={start}&end={end}", PagedPhonebook),
    Route("/my/phonebook/entry/{entryId}", PrivateEntry),
    Route("/my/search/phonebook?query={query}", PhonebookSearch),
    Route("/my/phonebookentry/{internalId}", VCardEntry),
    Route("/my/phonebook/showContactsOnPhone/{value}", ShowContactsOnPhone),
    Route("/my/phonebook/googleImport", GoogleImport),
    Route("/my/contact-information", ContactInformation),
    Route("/my/im/prefs", ImPreferences),
    Route("/my/imbot/prefs", ImBotPreferences),
    Route("/my/speeddial", SpeedDials),
    Route("/my/mailbox/{user}/preferences/activegreeting/{greeting}", ActiveGreeting),
    Route("/my/conferences", Conferences),
    Route("/my/conferences/{name}", ConferenceSettings),
    Route("/my/conferencedetails/{confName}", ConferenceDetails),
    Route("/my/conference/{confName}/{command}", ConferenceCommand),
    Route("/my/portal/password/{password}", PortalPassword, secrets=("password",)),
    Route("/my/faxprefs", FaxPreferences),
    Route("/my/time", ServerTime),
    Route("/my/logindetails", LoginDetails),
    Route("/my/logindetailsunite", LoginDetailsUnite),
    Route("/my/logoutunite", LogoutUnite),
    Route("/my/keepalive", KeepAlive),
    Route("/my/redirect", Redirect, NO_WRITES),
)


def _by_private_key(route: Route) -> Route:
    template = route.template.replace("/my/", "/private/{key}/", 1)
    return replace(route, template=template, secrets=("key", *route.secrets))


_COMMUNITY = (
    *ADMINISTRATION,
    *WEB_INTERFACE,
    Route("/call/{to}", Call, NO_WRITES),
    *USER_SERVICES,
    *map(_by_private_key, USER_SERVICES),
)
ROUTER = Router((*_COMMUNITY, *EMERGENCY_LOCATIONS))
_COMMUNITY_ROUTER = Router(_COMMUNITY)


def router_of(edition: str) -> Router:
    """What an edition routes: the community edition has no emergency locations."""
    return ROUTER if edition == COMMERCIAL else _COMMUNITY_ROUTER
