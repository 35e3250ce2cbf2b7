# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the servlet container answers by itself: its error page (Jetty 9.1, ``ErrorHandler``).

Whatever calls ``sendError`` ends here: the security filters, and the REST framework for every error without an entity.
The cause stands in the reason phrase and, escaped, in the page.
"""

from __future__ import annotations

from http import HTTPStatus

from multidict import CIMultiDict

from ..core.interface import Request, Response

HTML = "text/html; charset=ISO-8859-1"
#: reason phrases of the container that differ from those of the HTTP registry
CONTAINER_REASONS = {500: "Server Error"}


def reason_phrase(status: int) -> str:
    """What the container calls a status that came without a message; the number where it has no name for it."""
    try:
        return CONTAINER_REASONS.get(status) or HTTPStatus(status).phrase
    except ValueError:
        return str(status)


def escape(text: str) -> str:
    """The three characters that the container's page writer escapes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def error_page(request: Request, status: int, reason: str | None = None, cause: str | None = None) -> Response:
    """The container's answer to ``sendError``.

    :param request: the request that failed; its path stands in the page
    :param status: the HTTP status
    :param reason: the message, which becomes the reason phrase; None for the container's own words
    :param cause: first line of the stack trace of an exception that nobody caught
    :return: an HTML page in ISO-8859-1
    """
    message = escape(reason or reason_phrase(status))
    stack = f"<h3>Caused by:</h3><pre>{escape(cause)}\n</pre>\n" if cause else ""
    page = (
        '<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html;charset=ISO-8859-1"/>\n'
        f"<title>Error {status} {message}</title>\n</head>\n"
        f"<body><h2>HTTP ERROR {status}</h2>\n<p>Problem accessing {escape(request.path)}. Reason:\n"
        f"<pre>    {message}</pre></p>{stack}<hr><i><small>Powered by Jetty://</small></i><hr/>\n\n</body>\n</html>\n"
    )
    headers = CIMultiDict({"Content-Type": HTML, "Cache-Control": "must-revalidate,no-cache,no-store"})
    # A reason phrase is one line of Latin-1 on the wire.
    phrase = " ".join((reason or reason_phrase(status)).split()).encode("latin-1", "replace").decode("latin-1")
    return Response(status, page.encode("latin-1", "replace"), headers, reason=phrase)
