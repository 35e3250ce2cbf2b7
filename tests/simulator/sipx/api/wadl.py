# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the server says of its own resources when a query has ``_wadl``: here the paths alone."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from multidict import CIMultiDict

from ...core.interface import Request, Response
from .failures import no_route
from .routing import Router

TYPE = "application/vnd.sun.wadl+xml"
NAMESPACE = "http://wadl.dev.java.net/2009/02"


def wants_description(request: Request) -> bool:
    """Whether a request asks for the description and not for the resource."""
    return request.method == "GET" and any(part.partition("=")[0] == "_wadl" for part in request.query.split("&"))


def description(router: Router, path: str, base: str) -> Response:
    """The description of the resource class that a path belongs to, or of all.

    :param path: raw path below ``/api``, empty for all resources
    :param base: URL of the API
    :raises FrameworkError: when no resource class has the path
    """
    routes = router.of_class(path) if path else router.everything()
    if not routes:
        raise no_route()
    templates = dict.fromkeys(route.template.replace(":int}", "}") for route in routes)
    resources = "".join(f"<resource path={quoteattr(template)}/>" for template in templates)
    body = f'<application xmlns="{NAMESPACE}"><resources base={quoteattr(base)}>{resources}</resources></application>'
    return Response(200, body.encode(), CIMultiDict({"Content-Type": TYPE}))
