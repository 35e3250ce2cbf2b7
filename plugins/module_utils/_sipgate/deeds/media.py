# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Downloading the document, the picture or the sound of an event to a file."""

from __future__ import annotations

import hashlib
import typing as t
from urllib.parse import urljoin

from ..._http.answer import Answer
from ..._http.errors import RequestError
from ..._model.errors import ItemError
from ..download import download
from ..files import checksum_of, replace_file
from ..generations import V1, V2
from ..v1.answers import content_of, struct_in
from ..v1.client import SipgateV1Client
from ..v2.client import SipgateV2Client, segment
from .deed import Deed, Params, Way

Fetch = t.Callable[[t.Any, Params], Answer]

#: what to download, by the type of the event, to the field of the history with its address
_FIELDS_V2 = {
    "fax_document": "documentUrl",
    "fax_report": "reportUrl",
    "fax_preview": "previewUrl",
    "voicemail": "recordingUrl",
}
_IMAGE = "image/png"


def _fetch_v2(client: SipgateV2Client, params: Params) -> Answer:
    row = client.get(f"/history/{segment(params['event'])}")
    url = row.get(_FIELDS_V2[params["media"]])
    if not url:
        raise ItemError(f"event {params['event']} ({str(row.get('type')).lower()}) has no {params['media']}")
    return download(str(url), client.connection)


def _fetch_v1(client: SipgateV1Client, params: Params) -> Answer:
    event = segment(params["event"])
    if params["media"] == "fax_document":
        return _arrived(client, client.document(f"/events/faxes/{event}/content", follow=False))
    if params["media"] == "voicemail":
        return _arrived(client, client.document(f"/events/voicemails/{event}/content", follow=False))
    path = f"/events/faxes/{event}/preview/{params['page']}/{params['size']}"
    answer = client.document(path, accept=f"{_IMAGE}, application/json")
    if answer.headers.get("content-type", "").startswith("image/"):
        return answer
    # The reference promises links where the picture itself may arrive.
    page = struct_in(content_of(answer), ("page",))
    url = (page.get(params["size"]) or {}).get("get")
    if not url:
        raise RequestError("GET", path, "was answered without a picture and without its address", answer.status)
    return _opened(client, str(url))


def _opened(client: SipgateV1Client, url: str) -> Answer:
    """What stands at a link: the service's own have no query, so that ``version`` is added."""
    base = client.connection.origin + client.connection.base_path + "/my"
    if url.startswith(base + "/") and "?" not in url:
        return client.document(url[len(base) :].rstrip("/"), accept=f"{_IMAGE}, */*")
    return download(url, client.connection, login_at_home=True)


def _arrived(client: SipgateV1Client, answer: Answer) -> Answer:
    """The document, or what the redirect or the answer's ``url`` leads to."""
    kind = answer.headers.get("content-type", "")
    if 300 <= answer.status < 400:
        url = answer.headers.get("location")
    elif "json" in kind or "xml" in kind:
        url = struct_in(content_of(answer), ("HandlerResultRedirect",)).get("url")
    else:
        return answer
    if not url:
        problem = f"was answered {answer.status} without a document and without its address"
        raise RequestError("GET", answer.path, problem, answer.status)
    home = client.connection.origin + answer.path
    return download(urljoin(home, str(url)), client.connection, login_at_home=True)


def _kind_of(content: bytes, declared: str) -> str:
    """What it is, by its first bytes where they tell: a fax is a PDF or a TIFF."""
    for magic, kind in ((b"%PDF", "application/pdf"), (b"II*\0", "image/tiff"), (b"MM\0*", "image/tiff")):
        if content.startswith(magic):
            return kind
    return declared.partition(";")[0].strip() or "application/octet-stream"


def saving(fetch: Fetch, check: t.Callable[[Params], None] | None = None) -> Way:
    """Download, compare and, when it differs, put it in the place of the file."""
    fetched: dict[str, Answer] = {}

    def look(client: t.Any, params: Params) -> dict[str, t.Any] | None:
        answer = fetch(client, params)
        fetched["answer"] = answer
        result = {
            "checksum": hashlib.sha256(answer.body).hexdigest(),
            "content_type": _kind_of(answer.body, answer.headers.get("content-type", "")),
            "size": len(answer.body),
            "dest": params["dest"],
        }
        return {**result, "changed": result["checksum"] != checksum_of(params["dest"])}

    def act(client: t.Any, params: Params) -> dict[str, t.Any]:
        body = fetched["answer"].body
        if hashlib.sha256(body).hexdigest() == checksum_of(params["dest"]):
            return {}
        replace_file(params["dest"], body)
        return {}

    return Way(act, check, look)


def _check_v2(params: Params) -> None:
    if params["page"] is not None or params["size"] is not None:
        raise ItemError("page and size exist only in v1 of the sipgate API, where a preview is one of a page")


def _check_v1(params: Params) -> None:
    if params["media"] == "fax_report":
        raise ItemError("media=fax_report exists only in v2 of the sipgate API")
    preview = params["media"] == "fax_preview"
    if preview != (params["page"] is not None and params["size"] is not None):
        raise ItemError("page and size are for media=fax_preview, which needs both in v1")


MEDIA = Deed(
    {
        "event": {"type": "str", "required": True},
        "media": {"type": "str", "required": True, "choices": sorted(_FIELDS_V2)},
        "dest": {"type": "path", "required": True},
        "page": {"type": "int"},
        "size": {"type": "str", "choices": ["small", "big"]},
    },
    {V2: saving(_fetch_v2, _check_v2), V1: saving(_fetch_v1, _check_v1)},
)


def _fetch_phone_book(client: SipgateV1Client, params: Params) -> Answer:
    return client.document(f"/contacts/phonebook/{segment(params['vendor'])}", accept="application/xml, */*")


PHONEBOOK = Deed(
    {
        "vendor": {"type": "str", "required": True, "choices": ["grandstream", "snom"]},
        "dest": {"type": "path", "required": True},
    },
    {V1: saving(_fetch_phone_book)},
)
