# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Items from a file: JSON, YAML or CSV."""

from __future__ import annotations

import csv
import json
import os
import typing as t

from ansible.module_utils.basic import missing_required_lib

from .._model.errors import CallError
from .._model.resource import Resource

try:
    import yaml
except ImportError:
    yaml = None  # type: ignore[assignment]


def read_items(path: str, resource: Resource, list_separator: str) -> list[t.Any]:
    """The items of a file, unchecked.

    A JSON or YAML file holds a list, or a map with the list under the resource's plural name. A CSV file has option
    names as its header; ``name.sub`` addresses an option inside a map, list cells are split at ``list_separator``, and
    an empty cell means omitted.

    :param path: of the file; its ending (``.json``, ``.yml``, ``.yaml``, ``.csv``) tells the format.
    :raises CallError: the file cannot be read or has a column that is no option.
    """
    ending = os.path.splitext(path)[1].lower()
    try:
        if ending == ".csv":
            return _from_csv(path, resource, list_separator)
        with open(path, encoding="utf-8-sig") as file:
            if ending == ".json":
                return _list_in(json.load(file), path, resource)
            if ending in (".yml", ".yaml"):
                return _list_in(_load_yaml(file), path, resource)
    except OSError as error:
        raise CallError(f"src: cannot read {path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise CallError(f"src: {path} is not UTF-8 text") from None
    except (ValueError, RecursionError) as error:
        # The parsers' messages quote the file, which may hold secrets; the position is enough.
        raise CallError(f"src: {path} is not valid {ending[1:].upper()}{_position(error)}") from None
    raise CallError(f"src: {path} must end in .json, .yml, .yaml or .csv")


def _load_yaml(file: t.IO[str]) -> t.Any:
    if yaml is None:
        raise CallError(missing_required_lib("PyYAML", reason="to read src from YAML; JSON and CSV work without it"))
    try:
        return yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = " (line %s)" % (mark.line + 1) if mark else ""
        raise CallError(f"src: the file is not valid YAML{where}") from None


def _list_in(content: t.Any, path: str, resource: Resource) -> list[t.Any]:
    if isinstance(content, t.Mapping):
        content = content.get(resource.plural)
    if not isinstance(content, list):
        raise CallError(f"src: {path} must hold a list, or a map with the list {resource.plural}")
    return content


def _from_csv(path: str, resource: Resource, separator: str) -> list[dict[str, t.Any]]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, strict=True)
        try:
            header = [name.strip() for name in next(reader, [])]
            _check_header(header, path, resource)
            lists = {field.name for field in resource.writable if field.type == "list"}
            items = []
            for row in reader:
                if not any(cell.strip() for cell in row):
                    continue
                if len(row) != len(header):
                    text = "src: %s line %s has %s cells, the header has %s"
                    raise CallError(text % (path, reader.line_num, len(row), len(header)))
                items.append(_item_from(header, row, lists, separator))
        except csv.Error as error:
            raise CallError(f"src: {path} line {reader.line_num}: {error}") from None
    return items


def _check_header(header: t.Sequence[str], path: str, resource: Resource) -> None:
    known = {field.name for field in resource.writable} | {"state"}
    maps = {field.name for field in resource.writable if field.type == "dict"}
    unknown = [name for name in header if name not in known and not ("." in name and name.split(".", 1)[0] in maps)]
    if unknown:
        text = "src: %s has columns that are no options of a %s: %s"
        raise CallError(text % (path, resource.title, ", ".join(unknown)))
    if len(set(header)) != len(header):
        raise CallError(f"src: {path} has two columns of one name")


def _item_from(
    header: t.Sequence[str], row: t.Sequence[str], lists: t.Container[str], separator: str
) -> dict[str, t.Any]:
    item: dict[str, t.Any] = {}
    for name, cell in zip(header, row):
        if not cell.strip():
            continue
        if name in lists:
            item[name] = [part.strip() for part in cell.split(separator) if part.strip()]
        elif "." in name:
            outer, inner = name.split(".", 1)
            item.setdefault(outer, {})[inner] = cell
        else:
            item[name] = cell
    return item


def _position(error: BaseException) -> str:
    line = getattr(error, "lineno", None)
    return f" (line {line})" if line else ""
