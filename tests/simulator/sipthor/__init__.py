# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The twin of AG Projects' SIP Thor account API: ``settings.phtml?action=…`` with HTTP Digest.

Decided by the vendor's public source, AGProjects/cdrtool 10.0: ``library/sip_settings.php`` (actions and dispatcher),
``sip_settings_digest.phtml`` (the page) and ``doc/SipSettingsPageAuth.txt`` (its login).

Scripted faults of the back end: ``match.backend`` is a port (``SipPort``, ``VoicemailPort``, ``EnumPort``,
``CustomerPort``, ``Database`` for the journal), an operation (``setCallDiversions``) or both
(``SipPort.setCallDiversions``). Every request makes back-end calls for its ``login`` (SipPort), to ``load`` the account
and its domain (SipPort), its owner and its reseller (CustomerPort), and then its own. ``match.action`` says which
SipPort calls are meant: ``login``, ``load`` or the action's name; without it any, so the login's first. ``nth`` and
``times`` count back-end calls. ``exception`` is a refusal, its ``body`` the text or ``{"code": 1010, "text": "…"}``;
``pollute`` a call that complains and succeeds; ``delay`` above five seconds a timeout whose work was done.
"""
