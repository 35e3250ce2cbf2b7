# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done to the servers of a cluster (``/api/servers``)."""

from __future__ import annotations

import typing as t

from ..._model.errors import ItemError
from ..client import SipxClient, segment
from ..directory import Directory
from .deed import Deed, Params


def _server(client: SipxClient, host: str) -> int:
    directory = Directory(client)
    return directory.id_of(directory.servers(), "server", host)


def _push_paths(client: SipxClient, params: Params) -> list[str]:
    if not params["servers"]:
        return ["/servers/profiles"]
    return [f"/servers/{_server(client, host)}/profiles" for host in params["servers"]]


def _push(client: SipxClient, params: Params) -> dict[str, t.Any]:
    for path in _push_paths(client, params):
        client.api_send("PUT", path)
    return {}


def _look_for_servers(client: SipxClient, params: Params) -> dict[str, t.Any]:
    _push_paths(client, params)
    return {}


SEND_SERVER_PROFILE = Deed({"servers": {"type": "list", "elements": "str"}}, _push, look=_look_for_servers)


def _service_path(client: SipxClient, params: Params) -> str:
    base = f"/servers/{_server(client, params['server'])}/service"
    known = [str(row["serviceId"]) for row in client.api_list(base, "services")]
    if params["service"] not in known:
        raise ItemError(
            "{} has no service {}; it has: {}".format(params["server"], params["service"], ", ".join(known))
        )
    return f"{base}/{segment(params['service'])}"


def _look_at_service(client: SipxClient, params: Params) -> dict[str, t.Any]:
    (row,) = client.api_list(_service_path(client, params), "services")
    return {"status": row.get("status")}


def _restart(client: SipxClient, params: Params) -> dict[str, t.Any]:
    # The server restarts on a GET, which must not be repeated.
    client.get_once(_service_path(client, params) + "/restart")
    return {}


RESTART_SERVICE = Deed(
    {"server": {"type": "str", "required": True}, "service": {"type": "str", "required": True}},
    _restart,
    look=_look_at_service,
)

_JOBS = {"all": "/servers/jobs", "failed": "/servers/jobs/failed", "completed": "/servers/jobs/completed"}


def _look_at_jobs(client: SipxClient, params: Params) -> dict[str, t.Any] | None:
    jobs = client.api_list(_JOBS[params["jobs"]], "jobs")
    if not jobs:
        return None
    names = [job.get("name") for job in jobs]
    return {"cleared": len(jobs), "diff": {"before": {"jobs": names}, "after": {"jobs": []}}}


def _clear(client: SipxClient, params: Params) -> dict[str, t.Any]:
    client.api_send("DELETE", _JOBS[params["jobs"]])
    return {}


CLEAR_JOBS = Deed({"jobs": {"type": "str", "choices": list(_JOBS), "default": "completed"}}, _clear, look=_look_at_jobs)
