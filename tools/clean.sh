#!/bin/sh
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# Removes what the other targets made: in the clone, and in the workspace outside of it.
python=$(sh tools/find_python.sh) || exit
workspace=$("$python" -c 'from tools.layout import workspace_path; print(workspace_path())') && rm -rf "$workspace"
rm -rf .venv build tests/output
find . -name __pycache__ -type d -prune -exec rm -rf {} +
