# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The module class of the collection: precise masking, messages instead of tracebacks."""

from __future__ import annotations

import typing as t

from ansible.module_utils.basic import AnsibleModule, missing_required_lib

from .._http.connection import passwords_in, without_userinfo
from .._http.libraries import missing_libraries
from .._model.errors import CallError, ItemError, RemoteError, internal_error
from .masking import UNSHOWN, Masker

#: options whose values may carry credentials in front of an ``@``
_ADDRESSES = ("url", "proxy")


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
        self.emptied: frozenset[str] = frozenset()
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

    def warn(self, warning: str, **kwargs: t.Any) -> None:
        """Warn without a secret."""
        super().warn(self._masker().text(str(warning)), **kwargs)

    def _log_invocation(self) -> None:
        """Ansible's own line would be masked by text replacement, and be unreadable where a PIN is short."""
        self.no_log_values: set[str] = set()
        shown = self._arguments(self._masker())
        self.log("Invoked with " + " ".join(f"{name}={value}" for name, value in shown.items()), log_args=shown)

    def _precisely_masked(self, result: dict[str, t.Any]) -> dict[str, t.Any]:
        masker = self._masker()
        masked = t.cast("dict[str, t.Any]", masker.data(result))
        masked["invocation"] = {"module_args": self._arguments(masker)}
        # All is masked; what Ansible would still do with its own set is the imprecise and slow replacement.
        self.no_log_values = set()
        return masked

    def _masker(self) -> Masker:
        params = getattr(self, "params", None) or {}
        secrets = {*self._more_secrets, *self._secrets_of(params)}
        for name, value in params.items():
            if isinstance(value, str):
                if self._is_secret(name):
                    secrets.add(value)
                elif name in _ADDRESSES:
                    secrets.update(passwords_in(value))
        return Masker(secrets)

    def _arguments(self, masker: Masker) -> dict[str, t.Any]:
        """The parameters as they may be seen."""
        shown = dict(getattr(self, "params", None) or {})
        for name, value in shown.items():
            if name not in self.argument_spec:
                shown[name] = UNSHOWN  # a misspelled option may hold a secret
            elif isinstance(value, str) and value:
                if self._is_secret(name):
                    shown[name] = UNSHOWN
                elif name in _ADDRESSES:
                    shown[name] = without_userinfo(value)
        return t.cast("dict[str, t.Any]", masker.data(self._redact(shown)))

    def _is_secret(self, name: str) -> bool:
        return bool(self.argument_spec.get(name, {}).get("no_log"))


def run(module: VoipModule, work: t.Callable[[VoipModule], dict[str, t.Any]]) -> None:
    """Do a module's work and return its result, or its failure as a message.

    :param work: returns the result; a result with ``failed`` is returned as a failure.
    """
    for library, reason in missing_libraries():
        module.fail_json(missing_required_lib(library), exception=reason)
    result = _guarded(module, work)
    try:
        if result.get("failed"):
            module.fail_json(**result)
        module.exit_json(**result)
    except RecursionError:
        module.fail_json(msg="the result cannot be told: what the server answered is nested too deeply")


def _guarded(module: VoipModule, work: t.Callable[[VoipModule], dict[str, t.Any]]) -> dict[str, t.Any]:
    try:
        return work(module)
    except (CallError, ItemError, RemoteError) as error:
        return {"failed": True, "msg": error.message}
    except Exception as error:  # a bug of ours must still be a message
        return {"failed": True, "msg": internal_error(error)}
