# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents, pictures and recordings behind events."""

from __future__ import annotations

import base64
from typing import Any

from multidict import CIMultiDict

from ..core.interface import Response
from ..sipgate_common.parameters import whole_number
from .events import TYPES, event_in_path, page_view
from .operations import Context, Operation, Refusal
from .serialisation import IMAGE, JSON, XML, Answer, as_json, as_xml

_FAXES, _VOICEMAILS = TYPES[1], TYPES[3]
_SIZES = ("small", "big")
_PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)
#: one silent frame of MPEG audio
RECORDING = bytes.fromhex("fffb90c4") + bytes(413)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n%%EOF\n"
TIFF = b"II*\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00"


def document_type(document: bytes) -> str:
    """A fax that was received may be a TIFF."""
    return "image/tiff" if document[:4] in (b"II*\x00", b"MM\x00*") else "application/pdf"


def _get_preview(context: Context) -> Any:
    """Links to the picture, or the picture itself for a client that asks for one."""
    fax = event_in_path(context, _FAXES)
    page, size = whole_number(context.parameters["page"]), context.parameters["size"]
    if page is None or not 1 <= page <= fax["pageCount"] or size not in _SIZES:
        raise Refusal(404, "page not found")
    if context.format == IMAGE:
        return Response(200, _PICTURE, CIMultiDict({"Content-Type": IMAGE}))
    return Answer("page", page_view(context, fax, page))


def _get_document(context: Context) -> Response:
    fax = event_in_path(context, _FAXES)
    document = base64.b64decode(fax["document"])
    if not document:
        raise Refusal(404, "document not found")
    return Response(200, document, CIMultiDict({"Content-Type": document_type(document)}))


def _get_recording(context: Context) -> Response:
    """The client is sent on to a download that needs no credentials."""
    voicemail = event_in_path(context, _VOICEMAILS)
    url = context.link(f"events/voicemails/{voicemail['id']}/{voicemail['dataId']}/content")
    answer = Answer("HandlerResultRedirect", {"url": url})
    as_it_is = context.format == JSON
    body = as_json(answer, "array", "native") if as_it_is else as_xml(answer)
    return Response(307, body, CIMultiDict({"Location": url, "Content-Type": JSON if as_it_is else XML}))


OPERATIONS = (
    Operation("GET", "events/faxes/{faxId}/preview/{page}/{size}", _get_preview, (XML, JSON, IMAGE)),
    Operation("GET", "events/faxes/{faxId}/content", _get_document, ()),
    Operation("GET", "events/voicemails/{voicemailId}/content", _get_recording, ()),
)
