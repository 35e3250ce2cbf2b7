# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a module in this process, as Ansible would in one of its own."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from ansible.module_utils import basic

MODULES = "ansible_collections.dialtone.voip.plugins.modules"


def run_module(name: str, /, **parameters: Any) -> dict[str, Any]:
    """The module's result.

    :param parameters: the module's options, and Ansible's own such as ``_ansible_check_mode``.
    """
    module = import_module(f"{MODULES}.{name}")
    said = io.StringIO()
    with given(parameters), contextlib.redirect_stdout(said), contextlib.suppress(SystemExit):
        module.main()
    result: dict[str, Any] = json.loads(said.getvalue())
    return result


@contextlib.contextmanager
def given(parameters: Mapping[str, Any]) -> Iterator[None]:
    """Leaves the parameters where the module looks for them."""
    try:
        from ansible.module_utils.testing import patch_module_args
    except ImportError:
        # ansible-core before 2.19
        before, basic._ANSIBLE_ARGS = (
            basic._ANSIBLE_ARGS,
            json.dumps({"ANSIBLE_MODULE_ARGS": dict(parameters)}).encode(),
        )
        try:
            yield
        finally:
            basic._ANSIBLE_ARGS = before
    else:
        with patch_module_args(dict(parameters)):
            yield
