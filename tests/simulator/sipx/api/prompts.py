# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The prompts sub-protocol (``PromptsApiImpl``): audio files in a directory of the primary server."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from typing import Any

from multidict import CIMultiDict

from ...core.interface import Response
from ..state.prompts import DIRECTORIES
from . import media
from .exchange import Exchange
from .failures import Refusal, not_found
from .multipart import parts
from .routing import Route

MISSING = "Prompt not found"
TYPES = {".wav": "audio/x-wav", ".mp3": "audio/mpeg"}


def media_type(name: str) -> str:
    """The type of a file by its extension."""
    dot = name.rfind(".")
    known = TYPES.get(name[dot:].lower()) if dot >= 0 else None
    return known or mimetypes.guess_type(name)[0] or "application/octet-stream"


def prompt_routes(base: str, area: str, audio_only: bool) -> list[Route]:
    """The routes of the prompts below a base path.

    :param base: e.g. ``/orbits``
    :param area: area of the prompts in the state
    :param audio_only: list only ``.wav`` and ``.mp3``
    """

    def list_all(exchange: Exchange) -> Any:
        files = [
            {
                "name": name,
                "type": media_type(name),
                "size": len(content),
                "path": f"{DIRECTORIES[area]}/{name}",
            }
            for name, content in exchange.pbx.prompts.areas[area].items()
            if not audio_only or name.endswith(tuple(TYPES))
        ]
        return {"files": files}

    def upload(exchange: Exchange) -> None:
        failed = [
            part.file_name
            for part in parts(exchange.request)
            if part.file_name
            and ("/" in part.file_name or not exchange.pbx.prompts.put(area, part.file_name, part.content))
        ]
        if failed:
            raise Refusal(500, ",".join(failed))

    def send(attachment: bool) -> Callable[[Exchange], Response]:
        def sent(exchange: Exchange) -> Response:
            name = exchange.path["name"]
            content = exchange.pbx.prompts.content(area, name)
            if content is None:
                raise not_found(MISSING)
            headers = CIMultiDict({"Content-Type": media_type(name)})
            if attachment:
                headers["Content-Disposition"] = f"attachment; filename={name}"
            return Response(200, content, headers)

        return sent

    def delete(exchange: Exchange) -> None:
        if not exchange.pbx.prompts.remove(area, exchange.path["name"]):
            raise not_found(MISSING)

    one = f"{base}/prompts/{{name}}"
    return [
        Route("GET", f"{base}/prompts", list_all),
        Route("POST", f"{base}/prompts", upload, consumes=(media.MULTIPART,)),
        Route("GET", one, send(attachment=True), produces=media.AUDIO),
        Route("GET", f"{one}/stream", send(attachment=False), produces=media.AUDIO),
        Route("DELETE", one, delete),
    ]


def check_prompt(exchange: Exchange, area: str, name: str | None) -> None:
    """Refuse a prompt that does not exist with 404; null passes."""
    if name is not None and not exchange.pbx.prompts.exists(area, name):
        raise not_found(MISSING)
