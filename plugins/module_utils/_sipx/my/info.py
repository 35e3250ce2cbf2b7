# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ``sipx_my_info`` can read: everything is the caller's own."""

from __future__ import annotations

import typing as t
from urllib.parse import quote

from ..._ansible.info_module import Gatherer, objects_of
from ..._codec.xml_text import parse_xml
from ..._http.errors import RequestError
from ..._model.errors import CallError, ItemError
from ..client import REST, SipxClient
from ..info import single_of
from ..observing import live_calls_at
from .call_forwarding import MyCallForwardingAdapter
from .conference import MyConferenceAdapter, check_conference_name
from .contact_information import MyContactInformationAdapter
from .forwarding_schedule import MyForwardingScheduleAdapter
from .personal_attendant import MyPersonalAttendantAdapter
from .phonebook import MyPhonebookAdapter, entries, phonebook_page
from .phonebook_entry import MyPhonebookEntryAdapter
from .preferences import MyImAdapter, MyImbotAdapter
from .speed_dial import MySpeedDialAdapter
from .voicemail import MyVoicemailAdapter

Params = t.Mapping[str, t.Any]

OPTIONS: dict[str, dict[str, t.Any]] = {
    "conference": {"type": "str"},
    "search": {"type": "str"},
    "filter": {"type": "str"},
    "folder": {"type": "str", "choices": ["inbox", "conference", "deleted", "saved"], "default": "inbox"},
}
_PAGE = 100


def _entry(row: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    return {
        "id": row.get("id"),
        "first_name": row.get("first-name"),
        "last_name": row.get("last-name"),
        "number": row.get("number"),
    }


def _phonebook(client: SipxClient, params: Params) -> list[dict[str, t.Any]]:
    """What the user sees of all phonebooks, or what a filter leaves of it."""
    if not params["filter"]:
        return [_entry(row) for row in entries(client)]
    query = "&filter=" + quote(params["filter"], safe="")
    rows: list[dict[str, t.Any]] = []
    while True:
        page = phonebook_page(client, len(rows), len(rows) + _PAGE, query)
        rows.extend(_entry(row) for row in page.get("entries") or [])
        if not page.get("entries") or len(rows) >= int(page.get("filtered-size") or 0):
            return rows


def _search(client: SipxClient, params: Params) -> list[dict[str, t.Any]]:
    if not params["search"]:
        raise CallError("phonebook_search needs search")
    path = "/my/search/phonebook"
    content = client.rest_get(path, "query=" + quote(params["search"], safe=""))
    return [_entry(row) for row in client.rows(content, "phonebook", REST + path)]


def _conference_details(client: SipxClient, params: Params) -> dict[str, t.Any]:
    """Who is in a conference; empty while nobody is."""
    name = params["conference"] or ""
    try:
        check_conference_name(name)
        content = client.rest_map(f"/my/conferencedetails/{name}")["conference"]
    except ValueError as error:
        raise ItemError(f"conference {error}") from None
    except RequestError as error:
        if error.status == 406:
            return {"active": False, "members": []}
        raise
    members = [
        {
            "id": row.get("id"),
            "number": row.get("name"),
            "im_id": row.get("imId"),
            "uuid": row.get("uuid"),
            "volume_in": row.get("volumeIn"),
            "volume_out": row.get("volumeOut"),
            "energy_level": row.get("energyLevel"),
            "can_hear": row.get("canHear"),
            "can_speak": row.get("canSpeak"),
        }
        for row in content.get("members") or []
    ]
    return {"active": True, "locked": content.get("locked"), "extension": content.get("extension"), "members": members}


def _feed(client: SipxClient, params: Params) -> list[dict[str, t.Any]]:
    """The messages of a folder. Their addresses hold the user's private key, and lead nowhere."""
    root = parse_xml(client.read(f"{REST}/my/feed/voicemail/{params['folder']}", "application/rss+xml"))
    return [
        {
            "id": (item.findtext("guid") or "").rsplit("/", 1)[-1],
            "title": item.findtext("title"),
            "description": item.findtext("description"),
            "received": item.findtext("pubDate"),
        }
        for item in root.iter("item")
    ]


def _login_details(client: SipxClient, params: Params) -> dict[str, t.Any]:
    """Who the caller is and where the servers are; the SIP password that comes along is left out."""
    details = client.rest_map("/my/logindetails")["login-details"]
    more = client.rest_map("/my/logindetailsunite")["login-details"]
    return {
        "user_name": details.get("userName"),
        "im_id": details.get("imId"),
        "ldap_im_auth": details.get("ldapImAuth"),
        "im_servers": sorted(str(row["fqdn"]) for row in more.get("im-locations") or []),
        "webrtc_servers": sorted(f"{row['fqdn']}:{row['port']}" for row in more.get("wrtc-locations") or []),
    }


GATHERERS: dict[str, Gatherer] = {
    "attendant_languages": lambda client, params: client.rest_get("/my/voicemail/attendant/lang"),
    "call_forwarding": single_of(MyCallForwardingAdapter),
    "conference_details": _conference_details,
    "conferences": objects_of(MyConferenceAdapter),
    "contact_information": single_of(MyContactInformationAdapter),
    "fax": lambda client, params: client.rest_map("/my/faxprefs"),
    "forwarding_schedules": objects_of(MyForwardingScheduleAdapter),
    "im": single_of(MyImAdapter),
    "imbot": single_of(MyImbotAdapter),
    "live_calls": lambda client, params: live_calls_at(client, "/my/activecdrs"),
    "login_details": _login_details,
    "personal_attendant": single_of(MyPersonalAttendantAdapter),
    "phonebook": _phonebook,
    "phonebook_entries": objects_of(MyPhonebookEntryAdapter),
    "phonebook_search": _search,
    "phonebook_settings": single_of(MyPhonebookAdapter),
    "speed_dial": single_of(MySpeedDialAdapter),
    "time": lambda client, params: client.read(REST + "/my/time", "text/plain").text.strip(),
    "voicemail": single_of(MyVoicemailAdapter),
    "voicemail_messages": _feed,
}
