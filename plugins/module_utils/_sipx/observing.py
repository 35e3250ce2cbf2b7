# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ``sipx_info`` reads besides objects: registrations, calls, jobs, servers, phonebooks, catalogues."""

from __future__ import annotations

import csv
import io
import re
import typing as t
from urllib.parse import urlencode

from .._codec.xml_text import parse_xml
from .._engine.difference import readout
from .._model.errors import CallError
from .client import API, REST, SipxClient, rest_name, segment
from .deeds.registrations import shown
from .dial_plan.schedule import schedule_of
from .directory import Directory
from .group_settings import PhoneGroupSettings
from .phone import serial_number
from .phone_group_settings import PHONE_GROUP_SETTINGS

Params = t.Mapping[str, t.Any]
Rows = list[dict[str, t.Any]]

#: options that narrow down what is read
FILTERS: dict[str, dict[str, t.Any]] = {
    **{name: {"type": "str"} for name in ("user", "user_group", "serial_number", "ip", "call_id", "server", "prefix")},
    **{name: {"type": "str"} for name in ("caller", "callee", "from_date", "to_date", "phonebook", "line", "bundle")},
    **{name: {"type": "str"} for name in ("service", "model", "phone_group")},
    "limit": {"type": "int"},
    "offset": {"type": "int"},
    "order_by": {
        "type": "str",
        "choices": ["caller", "callee", "start_time", "duration", "termination", "recipient"],
    },
    "ascending": {"type": "bool", "default": False},
    "extended": {"type": "bool", "default": False},
    "jobs": {"type": "str", "choices": ["all", "failed", "completed"], "default": "all"},
}
_DATE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_WORD = re.compile(r"[\w.+-]+", re.ASCII)


def _filters(params: Params) -> dict[str, t.Any]:
    return {**{name: option.get("default") for name, option in FILTERS.items()}, **(params.get("filters") or {})}


def _user_id(client: SipxClient, name: str) -> int:
    directory = Directory(client)
    return directory.id_of(directory.user_ids(), "user", name)


def _server_id(client: SipxClient, name: str | None) -> int:
    directory = Directory(client)
    servers = directory.servers()
    return directory.id_of(servers, "server", name) if name else next(iter(servers.values()))


def registrations(client: SipxClient, params: Params) -> Rows:
    """Who is registered. Pages overlap where a contact is registered twice, so nothing is paged."""
    wanted = _filters(params)
    if wanted["user"]:
        path = "/user/{}".format(_user_id(client, wanted["user"]))
    elif wanted["user_group"]:
        path = "/group/" + segment(wanted["user_group"])
    elif wanted["serial_number"]:
        path = "/serialNo/" + segment(serial_number(wanted["serial_number"]))
    elif wanted["ip"]:
        path = "/ip/" + segment(re.escape(wanted["ip"]))
    elif wanted["call_id"]:
        path = "/callid/" + segment(wanted["call_id"])
    elif wanted["server"]:
        path = "/server/{}".format(_server_id(client, wanted["server"]))
    else:
        path = ""
    return [shown(row) for row in client.api_list("/registrations" + path, "registrations")]


def _call(row: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    names = {
        "call_id": "callId",
        "caller": "caller",
        "caller_aor": "callerAor",
        "callee": "callee",
        "callee_aor": "calleeAor",
        "recipient": "recipient",
        "termination": "termination",
        "duration": "duration",
        "start_time": "startTime",
    }
    return {ours: row.get(theirs) for ours, theirs in names.items()}


def _calls_base(wanted: Params) -> str:
    return "/extendedcdrs" if wanted["extended"] else "/cdrs"


def active_calls(client: SipxClient, params: Params) -> Rows:
    """The calls of this moment, of everybody or of one user."""
    wanted = _filters(params)
    who = "/user/{}".format(_user_id(client, wanted["user"])) if wanted["user"] else ""
    return [_call(row) for row in client.api_list(f"{_calls_base(wanted)}{who}/active", "cdrs")]


def call_history(client: SipxClient, params: Params) -> Rows:
    """Ended calls. The server puts its search terms into a query as they are, so only plain words are let through."""
    wanted = _filters(params)
    who = ""
    if wanted["user"]:
        who = "/user/{}".format(_user_id(client, wanted["user"]))
    elif wanted["prefix"]:
        who = "/prefix/" + segment(_plain("prefix", wanted["prefix"]))
    query = {
        "fromDate": _date("from_date", wanted["from_date"]),
        "toDate": _date("to_date", wanted["to_date"]),
        "from": _plain("caller", wanted["caller"]),
        "to": _plain("callee", wanted["callee"]),
        "limit": wanted["limit"],
        "offset": wanted["offset"],
        "orderBy": "startTime" if wanted["order_by"] == "start_time" else wanted["order_by"],
        "orderDirection": "asc" if wanted["ascending"] else None,
        "recipient": "true" if wanted["user"] else None,
    }
    given = urlencode({name: value for name, value in query.items() if value is not None})
    path = f"{_calls_base(wanted)}{who}/history"
    return [_call(row) for row in client.rows(client.api_get(path, given), "cdrs", API + path)]


def _date(name: str, value: str | None) -> str | None:
    if value is None:
        return None
    if not _DATE.fullmatch(value):
        raise CallError(f"filters: {name} must be a time like 2026-01-31 09:00, not {value!r}")
    return re.sub(r"\D", "", value)


def _plain(name: str, value: str | None) -> str | None:
    if value is not None and not _WORD.fullmatch(value):
        raise CallError(f"filters: {name} must consist of letters, digits and the characters . _ + -, not {value!r}")
    return value


def call_reports(client: SipxClient, params: Params) -> list[str]:
    """The names of the report templates."""
    return [str(row["name"]) for row in client.api_list(_calls_base(_filters(params)) + "/reports", "files")]


def live_calls(client: SipxClient, params: Params) -> Rows:
    """The calls of a user of this moment, as the user portal shows them."""
    user = _filters(params)["user"]
    if not user:
        raise CallError("filters: live_calls needs user")
    return live_calls_at(client, f"/activecdrs/{rest_name(user)}")


def live_calls_at(client: SipxClient, path: str) -> Rows:
    """Calls in the form of ``/rest``."""
    rows = client.rows(client.rest_get(path), "cdrs", REST + path)
    return [{name.replace("-", "_"): value for name, value in row.items()} for row in rows]


def dns_advisor(client: SipxClient, params: Params) -> str:
    """What the DNS records of a server lack; an empty text when nothing is missing."""
    identity = _server_id(client, _filters(params)["server"])
    return client.read(f"{API}/dns/advisor/server/{identity}", "text/plain").text.strip()


def features(client: SipxClient, params: Params) -> Rows:
    """All features with the bundles that they are in."""
    return client.api_list("/servers/features", "features")


def bundles(client: SipxClient, params: Params) -> Rows:
    """All bundles of features, or one."""
    name = _filters(params)["bundle"]
    if name:
        row = client.api_map("/servers/bundles/" + segment(name))
        rows = [row] if "name" in row else client.rows(row, "bundles", "/api/servers/bundles")
    else:
        rows = client.api_list("/servers/bundles", "bundles")
    return [
        {
            "name": row.get("name"),
            "global_features": row.get("globalFeatures") or [],
            "location_features": row.get("locationFeatures") or [],
        }
        for row in rows
    ]


def services(client: SipxClient, params: Params) -> Rows:
    """What runs on a server, the first one unless another is named."""
    wanted = _filters(params)
    path = f"/servers/{_server_id(client, wanted['server'])}/service"
    if wanted["service"]:
        path += "/" + segment(wanted["service"])
    return [{"service": row.get("serviceId"), "status": row.get("status")} for row in client.api_list(path, "services")]


def jobs(client: SipxClient, params: Params) -> Rows:
    """Jobs that the server queued. Those of one server are picked here, because that call of the server's fails."""
    wanted = _filters(params)
    path = "/servers/jobs" + {"all": "", "failed": "/failed", "completed": "/completed"}[wanted["jobs"]]
    rows = [
        {
            "name": row.get("name"),
            "status": row.get("status"),
            "start": row.get("start"),
            "end": row.get("end"),
            "server": (row.get("server") or {}).get("host"),
            "error": row.get("errMsg"),
        }
        for row in client.api_list(path, "jobs")
    ]
    return [row for row in rows if wanted["server"] in (None, row["server"])]


def time_zones(client: SipxClient, params: Params) -> list[str]:
    """The names of all time zones that the server knows."""
    return [str(name) for name in client.api_map("/timezone").get("timezoneList") or []]


def rule_templates(client: SipxClient, params: Params) -> list[str]:
    """Names of the server's templates of dialing rules."""
    return [str(name) for name in client.api_map("/rules/raw").get("names") or []]


def phonebooks(client: SipxClient, params: Params) -> Rows:
    """Public phonebooks, with the entries of the one that is named. XML breaks on incomplete entries, CSV does not."""
    root = parse_xml(client.read(REST + "/phonebook", "text/xml"))
    wanted = _filters(params)["phonebook"]
    books = []
    for element in root.iter("phonebook"):
        name = element.get("name")
        book: dict[str, t.Any] = {"name": name}
        if wanted == name:
            book["entries"] = _entries(client.read(f"{REST}/phonebook/{rest_name(name)}").text)
        books.append(book)
    return books


def _entries(text: str) -> Rows:
    # The server puts a backslash in front of a quote and leaves all other backslashes as they are.
    text = re.sub(r'\\(?!")', r"\\\\", text)
    rows = csv.reader(io.StringIO(text), escapechar="\\", doublequote=False)
    next(rows, None)
    return [dict(zip(("first_name", "last_name", "number"), row)) for row in rows if row]


def phones_with_line(client: SipxClient, params: Params) -> list[str]:
    """Serial numbers of the phones with a line whose user name or label contains a text."""
    text = _filters(params)["line"]
    if not text:
        raise CallError("filters: phones_with_line needs line")
    content = client.api_get("/phones/line", urlencode({"lineFilter": text}))
    return [str(row["serialNo"]) for row in client.rows(content, "phones", "/api/phones/line")]


def phone_model_settings(client: SipxClient, params: Params) -> Rows:
    """The settings that phones of a model have, with their defaults; a group inherits them to its phones."""
    model = _filters(params)["model"]
    if not model:
        raise CallError("filters: phone_model_settings needs model")
    rows = client.api_list(f"/phoneGroups/0/model/{segment(model)}/settings", "settings")
    return [
        {
            "path": row.get("path"),
            "type": row.get("type"),
            "default": row.get("defaultValue"),
            "options": list(row.get("options") or {}),
        }
        for row in rows
    ]


def phone_group_settings(client: SipxClient, params: Params) -> Rows:
    """What the phones of a model inherit from a group. No listing tells, so each setting is asked for."""
    wanted = _filters(params)
    if not wanted["phone_group"] or not wanted["model"]:
        raise CallError("filters: phone_group_settings needs phone_group and model")
    directory = Directory(client)
    identity = directory.id_of(directory.phone_groups(), "phone_group", wanted["phone_group"])
    tree = PhoneGroupSettings(client, "/phoneGroups/{}/model/{}".format(identity, segment(wanted["model"])))
    values = {"phone_group": wanted["phone_group"], "model": wanted["model"], "settings": tree.overrides()}
    return [readout(PHONE_GROUP_SETTINGS.fields, values)]


def user_schedules(client: SipxClient, params: Params) -> Rows:
    """The schedules that a user can use: the user's own and those of the user's groups."""
    user = _filters(params)["user"]
    if not user:
        raise CallError("filters: user_schedules needs user")
    rows = client.api_list(f"/schedules/user/{_user_id(client, user)}/all", "schedules")
    groups = {identity: name for name, identity in Directory(client).user_groups().items()}
    return [
        schedule_of(row, "" if row.get("type") == "U" else user, groups.get(t.cast(int, row.get("groupId")), ""))
        for row in rows
    ]
