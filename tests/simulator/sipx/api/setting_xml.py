# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings as XML (JAXB), which some resources answer when the client does not ask for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from .failures import http_error

DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def _setting(parent: etree._Element, setting: Mapping[str, Any]) -> None:
    for name, value in setting.items():
        if value is None:
            continue
        element = etree.SubElement(parent, name)
        if not isinstance(value, Mapping):
            element.text = str(value)
            continue
        for key, label in value.items():
            entry = etree.SubElement(element, "entry")
            etree.SubElement(entry, "key").text = key
            if label is not None:
                etree.SubElement(entry, "value").text = label


def setting_xml(answer: Mapping[str, Any]) -> bytes:
    """One setting, or a list of settings, in the element names of the server; absent values are left out.

    :raises FrameworkError: for a character that XML has not
    """
    root = etree.Element("Settings" if "settings" in answer else "Setting")
    try:
        if "settings" in answer:
            for setting in answer["settings"]:
                _setting(etree.SubElement(root, "Setting"), setting)
        else:
            _setting(root, answer)
    except ValueError:
        raise http_error(500, "InternalServerErrorException") from None
    return DECLARATION + etree.tostring(root, encoding="UTF-8", xml_declaration=False)
