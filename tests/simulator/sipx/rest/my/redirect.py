# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/my/redirect``: the proxy to services of other servers (``RestRedirectorResource``)."""

from __future__ import annotations

from ....core.interface import Response
from ..restlet import Resource, StatusError

#: path to whether the segment behind it must be the caller
SERVICES = {"/cdr/": True, "/callcontroller/": True, "/mailbox/": False, "/media/": False}
#: the status that the server emits, which is none of HTTP, when no service answers
NO_ANSWER = 1001


class Redirect(Resource):
    """Forwards what follows the name of a service. None of the services runs here, so that none answers."""

    variants = ("*/*",)
    modifiable = True

    def get(self, variant: str) -> Response:
        return self._forward()

    def put(self) -> Response:
        return self._forward()

    def post(self) -> Response:
        return self._forward()

    def delete(self) -> Response:
        return self._forward()

    def _forward(self) -> Response:
        _unused, _unused, path = self.request.path.partition("/redirect")
        service = next((name for name in SERVICES if path.startswith(name)), None)
        if service is None:
            raise StatusError(404, "No known resource was requested")
        named = path[len(service) :].partition("/")[0]
        if SERVICES[service] and named != self.exchange.user.user_name:
            raise StatusError(401)
        return Response(NO_ANSWER, b"", reason=str(NO_ANSWER))
