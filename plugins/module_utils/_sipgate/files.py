# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files on the host where a module runs."""

from __future__ import annotations

import hashlib
import os
import tempfile

from .._model.errors import ItemError

PDF = b"%PDF"


def content_of(path: str) -> bytes:
    """All of a file. :raises ItemError: it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise ItemError(f"cannot read {path}: {error.strerror}") from None


def pdf_of(path: str) -> bytes:
    """A PDF document. :raises ItemError: the file is none."""
    content = content_of(path)
    if not content.startswith(PDF):
        raise ItemError(f"{path} is not a PDF document")
    return content


def checksum_of(path: str) -> str | None:
    """SHA-256 of a file; ``None`` when there is none."""
    if not os.path.isfile(path):
        return None
    return hashlib.sha256(content_of(path)).hexdigest()


def replace_file(path: str, content: bytes) -> None:
    """Put a file in the place of another in one step, readable for its owner only when it is new.

    :raises ItemError: it cannot be written.
    """
    folder = os.path.dirname(os.path.abspath(path))
    try:
        mode = os.stat(path).st_mode & 0o777 if os.path.exists(path) else 0o600
        handle, name = tempfile.mkstemp(dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.chmod(name, mode)
            os.replace(name, path)
        except OSError:
            os.unlink(name)
            raise
    except OSError as error:
        raise ItemError(f"cannot write {path}: {error.strerror}") from None
