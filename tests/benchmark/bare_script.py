# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The least that a program must do to bring a site's users to their declared state, without any of our code.

``bare_script.py USERS WORKERS``: one listing, a comparison, and the writes that are needed, a few at a time over
kept-alive connections. It stands for what Ansible and this collection are measured against.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from xml.sax.saxutils import escape

import requests

BASE = os.environ["SIPX_URL"] + "/sipxconfig"
LOGIN = (os.environ["SIPX_USERNAME"], os.environ["SIPX_PASSWORD"])
PAGE = 1000

of_thread = threading.local()


def session() -> requests.Session:
    if not hasattr(of_thread, "session"):
        of_thread.session = requests.Session()
        of_thread.session.trust_env = False
        of_thread.session.auth = LOGIN
    return of_thread.session


def read(path: str) -> dict:
    answer = session().get(BASE + path, headers={"Accept": "application/json"})
    answer.raise_for_status()
    return answer.json()


def listing() -> dict[str, dict]:
    found: dict[str, dict] = {}
    start = 0
    while True:
        rows = read(f"/api/users?start={start}&limit={PAGE}")["users"]
        found.update((row["userName"], row) for row in rows)
        if len(rows) < PAGE:
            return found
        start += PAGE


def differs(wanted: dict, row: dict) -> bool:
    return (
        wanted["first_name"] != row["firstName"]
        or wanted["last_name"] != row["lastName"]
        or wanted["email_address"] != (row["userProfile"] or {}).get("emailAddress")
        or sorted(wanted["aliases"]) != sorted(row["aliases"])
        or sorted(wanted["groups"]) != sorted(group["name"] for group in row["groups"])
    )


def document(wanted: dict, groups: dict[str, int], new: bool) -> bytes:
    parts = {
        "userName": wanted["user_name"],
        "firstName": wanted["first_name"],
        "lastName": wanted["last_name"],
        "emailAddress": wanted["email_address"],
        "pin": wanted["pin"] if new else "",
        "sipPassword": wanted["sip_password"] if new else "",
    }
    text = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in parts.items())
    members = "".join(f"<group><id>{groups[name]}</id></group>" for name in wanted["groups"])
    aliases = "".join(f"<alias><alias>{escape(alias)}</alias></alias>" for alias in wanted["aliases"])
    return f"<user>{text}<groups>{members}</groups><aliases>{aliases}</aliases></user>".encode()


def main(path: str, workers: int) -> None:
    with open(path) as file:
        wanted = json.load(file)["users"]
    found = listing()
    todo = [user for user in wanted if user["user_name"] not in found or differs(user, found[user["user_name"]])]
    if not todo:
        return
    groups = {group["name"]: group["id"] for group in read("/rest/user-group")["user-group"]["groups"]}

    def write(user: dict) -> None:
        row = found.get(user["user_name"])
        place = f"{BASE}/rest/user/{row['id']}" if row else f"{BASE}/rest/user"
        body = document(user, groups, row is None)
        session().put(place, data=body, headers={"Content-Type": "text/xml"}).raise_for_status()

    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(write, todo))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
