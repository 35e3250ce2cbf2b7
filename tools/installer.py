# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes virtual environments and fills them from requirements files.

Standard library only: it runs before anything is installed.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path


def venv_python(venv: Path) -> Path:
    return venv / "bin" / "python"


def make_venv(base_python: str, venv: Path) -> None:
    subprocess.run([base_python, "-m", "venv", "--clear", str(venv)], check=True)


def install(uv: Path, python: Path, arguments: list[str]) -> None:
    """Install with uv where it works, else with pip.

    uv is several times faster. But it does not know all of pip's configuration, so pip has the last word.
    """
    if uv.exists():
        done = subprocess.run(
            [str(uv), "pip", "install", "--quiet", "--python", str(python), *arguments],
            env={**os.environ, **uv_settings(python)},
            check=False,
        )
        if done.returncode == 0:
            return
        print("uv could not install this; trying pip", file=sys.stderr)
    subprocess.run([*quiet_pip(python), "install", *arguments], check=True)


def install_uv(python: Path) -> None:
    """Without uv everything works, only slower; so a failure is none."""
    subprocess.run(
        [*quiet_pip(python), "install", "--only-binary", ":all:", "uv"],
        check=False,
        stderr=subprocess.DEVNULL,
    )


def quiet_pip(python: Path) -> list[str]:
    return [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check"]


def uv_settings(python: Path) -> dict[str, str]:
    """uv's settings that correspond to pip's: the package index and the system's certificates."""
    settings = {"UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1"}
    configured = pip_configuration(python)
    index = configured.get("index-url")
    if index and not {"UV_DEFAULT_INDEX", "UV_INDEX_URL"} & set(os.environ):
        settings["UV_DEFAULT_INDEX"] = index
    more = [url for url in configured.get("extra-index-url", "").split() if url.startswith("http")]
    if more and not {"UV_INDEX", "UV_EXTRA_INDEX_URL"} & set(os.environ):
        settings["UV_INDEX"] = " ".join(more)
    return settings


def pip_configuration(python: Path) -> dict[str, str]:
    """pip's configuration, from all its files and environment variables, later ones winning as pip has it."""
    listed = subprocess.run(
        [str(python), "-m", "pip", "config", "list"], check=False, capture_output=True, text=True
    ).stdout
    by_section: dict[str, dict[str, str]] = {}
    for line in listed.splitlines():
        if "=" not in line or "." not in line:
            continue
        key, value = line.split("=", 1)
        section, name = key.rsplit(".", 1)
        try:
            by_section.setdefault(section, {})[name] = str(ast.literal_eval(value))
        except (SyntaxError, ValueError):
            continue
    return {
        **by_section.get("global", {}),
        **by_section.get("install", {}),
        **by_section.get(":env:", {}),
    }
