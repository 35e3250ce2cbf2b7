#!/bin/sh
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# Prints the first Python that is new enough, can make virtual environments and really runs:
# a version manager's shim may be on PATH without any Python behind it.
for name in python3 python3.14 python3.13 python3.12 python3.11 python3.10 python; do
    if "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' >/dev/null 2>&1; then
        command -v "$name"
        exit 0
    fi
done

echo "No Python >= 3.10 with venv and pip was found; name one with PYTHON=..." >&2
exit 1
