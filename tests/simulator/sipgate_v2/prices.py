# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What things cost, in ten-thousandths of the currency, as the balance is counted."""

from __future__ import annotations

CALL_PRICE = 200
FAX_PRICE = 500
SMS_PRICE = 900
