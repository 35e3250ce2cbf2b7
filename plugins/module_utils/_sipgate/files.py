# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files on the host where a module runs."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
import typing as t

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


@contextlib.contextmanager
def credentials_file(path: str | None) -> t.Iterator[t.Callable[[dict[str, t.Any]], None]]:
    """A file for credentials that the service tells only once, readable for its owner only.

    That it can be written is known before the block asks for them. Nothing is left behind when the block fails.

    :param path: of the file; without one the credentials go nowhere.
    :raises ItemError: it cannot be written.
    """
    if path is None:
        yield lambda credentials: None
        return
    if os.path.isdir(path):
        raise ItemError(f"cannot write {path}: it is a folder")
    try:
        # It is made with the mode 0600, whatever the umask and the mode of a file that it replaces.
        handle, name = tempfile.mkstemp(dir=os.path.dirname(os.path.abspath(path)))
    except OSError as error:
        raise ItemError(f"cannot write {path}: {error.strerror}") from None

    def put(credentials: dict[str, t.Any]) -> None:
        try:
            with open(name, "w", encoding="utf-8") as file:
                json.dump(credentials, file, ensure_ascii=False, indent=2)
                file.write("\n")
            os.replace(name, path)
        except OSError as error:
            raise ItemError(f"the credentials are new, but could not be written to {path}: {error.strerror}") from None

    try:
        os.close(handle)
        yield put
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
