# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The module class of the collection: precise masking, messages instead of tracebacks."""

from __future__ import annotations

import typing as t
from urllib.parse import urlsplit

from ansible.module_utils.basic import AnsibleModule, missing_required_lib

from .._http.libraries import missing_libraries
from .._model.errors import CallError, ItemError, RemoteError, internal_error
from .masking import UNSHOWN, Masker


class VoipModule(AnsibleModule):
    """An ``AnsibleModule`` that masks by knowledge of its options instead of by text replacement.

    :param argument_spec: the options.
    :param secrets_of: finds the secrets in the parameters that are not simply ``no_log`` texts.
    :param redact: replaces what must not be shown in the copy of the parameters that ``-vvv`` prints.
    :param kwargs: as for ``AnsibleModule``.
    """

    def __init__(
        self,
        argument_spec: dict[str, t.Any],
        secrets_of: t.Callable[[t.Mapping[str, t.Any]], t.Iterable[str]] = lambda params: (),
        redact: t.Callable[[dict[str, t.Any]], dict[str, t.Any]] = lambda params: params,
        **kwargs: t.Any,
    ) -> None:
        self._secrets_of = secrets_of
        self._redact = redact
        self._more_secrets: set[str] = set()
        super().__init__(argument_spec, **kwargs)

    def _load_params(self) -> None:
        """Remember which maps came empty: Ansible fills a map's options with nulls, which would say "leave alone"."""
        super()._load_params()
        self.emptied = frozenset(name for name, value in self.params.items() if value in ({}, "{}"))

    def hide(self, secrets: t.Iterable[str]) -> None:
        """Mask these values too (secrets that came from a file or a server)."""
        self._more_secrets.update(secrets)

    def exit_json(self, **kwargs: t.Any) -> None:
        """Return a result; see :mod:`.masking`."""
        super().exit_json(**self._precisely_masked(kwargs))

    def fail_json(self, msg: str, **kwargs: t.Any) -> None:
        """Return a failure; see :mod:`.masking`. There is never a traceback in it."""
        super().fail_json(**self._precisely_masked(dict(kwargs, msg=str(msg))))

    def _precisely_masked(self, result: dict[str, t.Any]) -> dict[str, t.Any]:
        params = dict(getattr(self, "params", None) or {})
        secrets = set(self._more_secrets)
        shown = {}
        for name, value in params.items():
            option = self.argument_spec.get(name, {})
            if option.get("no_log") and isinstance(value, str):
                secrets.add(value)
                shown[name] = UNSHOWN
            else:
                shown[name] = value
        secrets.update(self._secrets_of(params))
        if isinstance(params.get("proxy"), str):
            userinfo = urlsplit(params["proxy"])
            secrets.update(filter(None, (userinfo.password,)))
        masker = Masker(secrets)
        masked = t.cast("dict[str, t.Any]", masker.data(result))
        masked["invocation"] = {"module_args": masker.data(self._redact(shown))}
        # All is masked; what Ansible would still do with its own set is the imprecise and slow replacement.
        self.no_log_values: set[str] = set()
        return masked


def run(module: VoipModule, work: t.Callable[[VoipModule], dict[str, t.Any]]) -> None:
    """Do a module's work and return its result, or its failure as a message.

    :param work: returns the result; a result with ``failed`` is returned as a failure.
    """
    for library, reason in missing_libraries():
        module.fail_json(missing_required_lib(library), exception=reason)
    result = _guarded(module, work)
    if result.get("failed"):
        module.fail_json(**result)
    module.exit_json(**result)


def _guarded(module: VoipModule, work: t.Callable[[VoipModule], dict[str, t.Any]]) -> dict[str, t.Any]:
    try:
        return work(module)
    except (CallError, ItemError, RemoteError) as error:
        return {"failed": True, "msg": error.message}
    except Exception as error:  # a bug of ours must still be a message
        return {"failed": True, "msg": internal_error(error)}
