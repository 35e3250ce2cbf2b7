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
from .._model.field import Field
from .._model.resource import Resource


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
        kind = {".json": "JSON", ".csv": "CSV"}.get(ending, "YAML")
        raise CallError(f"src: {path} is not valid {kind}{_position(error)}") from None
    raise CallError(f"src: {path} must end in .json, .yml, .yaml or .csv")


def _load_yaml(file: t.IO[str]) -> t.Any:
    # Here, because the modules work without it, and because no other call should spend time on it.
    try:
        import yaml
    except ImportError:
        reason = "to read src from YAML; JSON and CSV work without it"
        raise CallError(missing_required_lib("PyYAML", reason=reason)) from None
    try:
        return yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
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
    if not separator:
        raise CallError("list_separator must not be empty")
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, strict=True)
        try:
            header = [name.strip() for name in next(reader, [])]
            _check_header(header, path, resource)
            lists = {name for name, field in _columns(resource).items() if field.type == "list"}
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
    columns = _columns(resource)
    open_maps = {name for name, field in columns.items() if field.type == "dict" and not field.options}
    maps = [name for name in header if name in columns and columns[name].type == "dict"]
    if maps:
        text = "src: %s: %s is a map; give its options columns of their own, like %s.NAME"
        raise CallError(text % (path, maps[0], maps[0]))
    known = {*columns, *(() if resource.given else ("state",))}
    unknown = [name for name in header if name not in known and name.partition(".")[0] not in open_maps]
    if unknown:
        text = "src: %s has columns that are no options of a %s: %s"
        raise CallError(text % (path, resource.title, ", ".join(name or "(without a name)" for name in unknown)))
    if len(set(header)) != len(header):
        raise CallError(f"src: {path} has two columns of one name")


def _columns(resource: Resource) -> dict[str, Field]:
    """What a column can be called; below a map without declared options any name will do."""
    columns = {}
    for field in (*resource.fields, *resource.agreements):
        columns[field.name] = field
        if field.type == "dict":
            columns.update({f"{field.name}.{option.name}": option for option in field.options})
    return columns


def _item_from(
    header: t.Sequence[str], row: t.Sequence[str], lists: t.Container[str], separator: str
) -> dict[str, t.Any]:
    item: dict[str, t.Any] = {}
    for name, cell in zip(header, row):
        if not cell.strip():
            continue
        value: t.Any = [part.strip() for part in cell.split(separator) if part.strip()] if name in lists else cell
        outer, dot, inner = name.partition(".")
        if dot:
            item.setdefault(outer, {})[inner] = value
        else:
            item[name] = value
    return item


def _position(error: BaseException) -> str:
    line = getattr(error, "lineno", None)
    return f" (line {line})" if line else ""
