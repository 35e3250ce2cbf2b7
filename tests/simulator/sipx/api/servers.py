# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/servers`` (``ServerApiImpl``): the servers of the cluster, their services, features and jobs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..catalogue import read
from ..state.errors import ILLEGAL_ARGUMENT, DomainError, NullPointerError
from ..state.jobs import Job
from ..state.server_state import ServerState
from ..state.servers import Location
from . import media
from .beans import Bean, boolean, ignored, integer, text
from .dates import short
from .exchange import Exchange
from .failures import not_found
from .routing import Route
from .server_lookup import find_location

BASE, ONE = "/servers", "/servers/{server}"
#: request types of the switches of features
SWITCH_TYPES = (*media.BEANS, media.TEXT)
RUNNING, DISABLED = "Running", "Disabled"

SERVER = Bean(
    "ServerBean",
    [
        integer("id", write=False),
        text("host", attribute="fqdn"),
        text("ip", attribute="address"),
        text("description"),
        boolean("primary", write=False),
        boolean("registered", write=False),
    ],
)
JOB = Bean(
    "JobBean",
    [
        text("name"),
        text("status", attribute=None),
        text("start", attribute=None),
        text("end", attribute=None),
        ignored("server"),
        text("errMsg", attribute="error"),
    ],
)


def _location(exchange: Exchange) -> Location:
    return find_location(exchange.pbx, exchange.path["server"])


def _draft(exchange: Exchange) -> Location:
    location = _location(exchange)
    assert location.id is not None
    return exchange.pbx.locations.draft(location.id)


def list_servers(exchange: Exchange) -> Any:
    """All servers."""
    return {"servers": [SERVER.write(location) for location in exchange.pbx.locations]}


def create(exchange: Exchange) -> None:
    """A new server; the answer has no id."""
    location = Location(None)
    SERVER.copy(exchange.json(SERVER), location)
    exchange.pbx.locations.save(location)
    exchange.pbx.deploy()


def get(exchange: Exchange) -> Any:
    """One server."""
    return SERVER.write(_location(exchange))


def replace(exchange: Exchange) -> None:
    """Replace host name, address and description."""
    values = exchange.json(SERVER)
    draft = _draft(exchange)
    SERVER.copy(values, draft)
    exchange.pbx.locations.save(draft)
    exchange.pbx.deploy()


def delete(exchange: Exchange) -> None:
    """Delete a server, but not the primary one."""
    exchange.pbx.locations.delete(_location(exchange))
    exchange.pbx.deploy()


def push_all(exchange: Exchange) -> None:
    """Push the configuration to all servers."""
    exchange.pbx.deploy()


def push_one(exchange: Exchange) -> None:
    """Push the configuration to one server."""
    location = _location(exchange)
    exchange.pbx.jobs.queue(f"Configuration deployment: {location.fqdn}", location.id)


def _services(location: Location) -> list[dict[str, Any]]:
    processes: dict[str, str] = {}
    for feature in read("features")["location"]:
        for process in feature["processes"]:
            processes[process] = RUNNING if feature["name"] in location.features else processes.get(process, DISABLED)
    return [{"serviceId": process, "status": status} for process, status in processes.items()]


def _service(exchange: Exchange) -> dict[str, Any]:
    for service in _services(_location(exchange)):
        if service["serviceId"] == exchange.path["serviceId"]:
            return service
    raise NullPointerError


def list_services(exchange: Exchange) -> Any:
    """The processes of a server with their state."""
    return {"services": _services(_location(exchange))}


def get_service(exchange: Exchange) -> Any:
    """One process of a server, as a list."""
    return {"services": [_service(exchange)]}


def restart_service(exchange: Exchange) -> None:
    """Restart a process, by GET."""
    service = _service(exchange)
    location = _location(exchange)
    exchange.pbx.jobs.queue(f"Restart of {service['serviceId']}: {location.fqdn}", location.id)


def _bundle_bean(bundle: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": bundle["name"],
        "globalFeatures": list(bundle["global"]),
        "locationFeatures": list(bundle["location"]),
    }


def list_bundles(_exchange: Exchange) -> Any:
    """The bundles of features."""
    return {"bundles": [_bundle_bean(bundle) for bundle in read("features")["bundles"]]}


def get_bundle(exchange: Exchange) -> Any:
    """One bundle."""
    for bundle in read("features")["bundles"]:
        if bundle["name"] == exchange.path["bundleId"]:
            return _bundle_bean(bundle)
    raise not_found("Bundle not found")


def _features(kind: str, enabled: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {"name": name, "bundle": bundle["name"], "type": kind, "enabled": name in enabled}
        for bundle in read("features")["bundles"]
        for name in bundle[kind]
    ]


def list_features(exchange: Exchange) -> Any:
    """All features; one that is in two bundles appears twice. A location feature is on where any server has it."""
    anywhere = [feature for location in exchange.pbx.locations for feature in location.features]
    return {"features": [*_features("global", exchange.pbx.system.global_features), *_features("location", anywhere)]}


def list_location_features(exchange: Exchange) -> Any:
    """The location features of a server."""
    return {"features": _features("location", _location(exchange).features)}


def _switched(features: list[str], name: str, on: bool) -> list[str]:
    others = [feature for feature in features if feature != name]
    return [*others, name] if on else others


def _switch_global(on: bool) -> Callable[[Exchange], None]:
    def switch(exchange: Exchange) -> None:
        system = exchange.pbx.system
        if (exchange.path["featureId"] in system.global_features) != on:
            system.global_features = _switched(system.global_features, exchange.path["featureId"], on)
        exchange.pbx.deploy()

    return switch


def _check_dependencies(features: list[str]) -> None:
    """Refuse a set of features on a server that lacks what one of them needs."""
    for feature in read("features")["location"]:
        missing = [needed for needed in feature["needs"] if needed not in features]
        if feature["name"] in features and missing:
            raise DomainError(ILLEGAL_ARGUMENT, f"Feature {feature['name']} requires {', '.join(missing)}")


def _switch_on_location(on: bool) -> Callable[[Exchange], None]:
    def switch(exchange: Exchange) -> None:
        draft, name = _draft(exchange), exchange.path["featureId"]
        if (name in draft.features) != on:
            draft.features = _switched(draft.features, name, on)
            _check_dependencies(draft.features)
            exchange.pbx.locations.store(draft)
        exchange.pbx.deploy()

    return switch


def _job_bean(pbx: ServerState, job: Job, now: float) -> dict[str, Any]:
    location = pbx.locations.find(job.location_id)
    ended = now >= job.end
    return JOB.write(
        job,
        status=job.status(now),
        start=short(job.start) if now >= job.start else None,
        end=short(job.end) if ended else None,
        server=None if location is None else SERVER.write(location),
        errMsg=job.error if ended else None,
    )


#: path below ``jobs`` to the jobs it means
JOB_SELECTIONS: tuple[tuple[str, Callable[[ServerState], list[Job]]], ...] = (
    ("", lambda pbx: list(pbx.jobs)),
    ("/failed", lambda pbx: pbx.jobs.failed()),
    ("/completed", lambda pbx: pbx.jobs.not_failed()),
)


def _job_routes(path: str, select: Callable[[ServerState], list[Job]]) -> list[Route]:
    def listing(exchange: Exchange, jobs: list[Job]) -> dict[str, Any]:
        now = exchange.pbx.now()
        return {"jobs": [_job_bean(exchange.pbx, job, now) for job in jobs]}

    def list_all(exchange: Exchange) -> Any:
        return listing(exchange, select(exchange.pbx))

    def clear(exchange: Exchange) -> None:
        exchange.pbx.jobs.clear(select(exchange.pbx))

    def list_of_server(exchange: Exchange) -> Any:
        """The jobs of one server; a job without any server makes it fail."""
        location, jobs = _location(exchange), select(exchange.pbx)
        if any(job.location_id is None for job in exchange.pbx.jobs):
            raise NullPointerError
        return listing(exchange, [job for job in jobs if job.location_id == location.id])

    return [
        Route("GET", f"{BASE}/jobs{path}", list_all),
        Route("DELETE", f"{BASE}/jobs{path}", clear),
        Route("GET", f"{ONE}/jobs{path}", list_of_server),
    ]


SERVICE = f"{ONE}/service/{{serviceId}}"
ROUTES = [
    Route("GET", BASE, list_servers),
    Route("POST", BASE, create),
    Route("GET", ONE, get),
    Route("PUT", ONE, replace),
    Route("DELETE", ONE, delete),
    Route("PUT", f"{BASE}/profiles", push_all),
    Route("PUT", f"{ONE}/profiles", push_one),
    Route("GET", f"{ONE}/service", list_services),
    Route("GET", SERVICE, get_service),
    Route("GET", f"{SERVICE}/restart", restart_service, write=True, action="restart"),
    Route("GET", f"{BASE}/bundles", list_bundles),
    Route("GET", f"{BASE}/bundles/{{bundleId}}", get_bundle),
    Route("GET", f"{BASE}/features", list_features),
    Route("PUT", f"{BASE}/features/{{featureId}}", _switch_global(True), consumes=SWITCH_TYPES),
    Route("DELETE", f"{BASE}/features/{{featureId}}", _switch_global(False)),
    Route("GET", f"{ONE}/features", list_location_features),
    Route("PUT", f"{ONE}/features/{{featureId}}", _switch_on_location(True), consumes=SWITCH_TYPES),
    Route("DELETE", f"{ONE}/features/{{featureId}}", _switch_on_location(False)),
    *(route for path, select in JOB_SELECTIONS for route in _job_routes(path, select)),
]
