# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The state of the server, shared by both APIs.

Start at ``server_state.ServerState``; each table has a file of its own, and its ``save`` knows the server's rules.
"""
