# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulator as a process: its command line, its one line of output and its end."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..seeds import SeedError, parse_scale, read_seed
from .listener import HOST, Listener
from .simulation import Simulation
from .tls_modes import SERVER_CERTIFICATES

if TYPE_CHECKING:
    from .tls import KeyMaterial


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the simulator until it is interrupted or terminated.

    :param arguments: the command line; None for the process's own
    :return: the exit code
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    scale = {kind: number for given in options.scale for kind, number in given.items()}
    try:
        simulation = Simulation(options.seed, scale)
    except SeedError as error:
        parser.error(str(error))
    try:
        asyncio.run(_serve(simulation, options))
    except OSError as error:
        print(f"cannot listen on {HOST}:{options.port}: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="simulator", description="Stand-ins for the servers of four VoIP platforms.")
    parser.add_argument("--port", type=int, default=8470, help="where to listen on 127.0.0.1; 0 picks a free one")
    parser.add_argument("--tls", choices=SERVER_CERTIFICATES, help="serve HTTPS with such a certificate")
    parser.add_argument("--client-ca", action="store_true", help="ask for a client certificate (implies --tls valid)")
    parser.add_argument("--latency-ms", type=_milliseconds, default=0.0, help="hold every answer back that long")
    parser.add_argument("--seed", type=_seed, default="empty", help="empty, demo, or a JSON file that holds a state")
    parser.add_argument(
        "--scale",
        type=_scale,
        default=[],
        action="append",
        metavar="users=1000",
        help="that many more objects of a kind, on every platform",
    )
    return parser


def _seed(text: str) -> Any:
    try:
        return read_seed(text)
    except SeedError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _scale(text: str) -> dict[str, int]:
    try:
        return parse_scale(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _milliseconds(text: str) -> float:
    milliseconds = float(text)
    if not 0 <= milliseconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of milliseconds from 0")
    return milliseconds


async def _serve(simulation: Simulation, options: argparse.Namespace) -> None:
    interrupted = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, interrupted.set)
    with contextlib.ExitStack() as stack:
        material = _key_material(options, stack)
        listener = Listener(simulation, options.latency_ms / 1000, material.context if material else None)
        url = await listener.start(options.port)
        print(ready_line(url, material), flush=True)
        try:
            await interrupted.wait()
        finally:
            await listener.stop()


def _key_material(options: argparse.Namespace, stack: contextlib.ExitStack) -> KeyMaterial | None:
    """The key material the command line asks for, in a folder that goes when the stack is unwound."""
    if options.tls is None and not options.client_ca:
        return None
    # The library behind it need not be installed where nobody asks for TLS.
    from .tls import make_key_material

    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="simulator-tls-")))
    return make_key_material(options.tls or "valid", folder, options.client_ca)


def ready_line(url: str, material: KeyMaterial | None) -> str:
    """The line that tells a caller where the simulator listens and which files a client of it needs."""
    files = (
        {"ca": material.ca, "client_cert": material.client_cert, "client_key": material.client_key} if material else {}
    )
    return " ".join(["ready", url, *(f"{name}={path}" for name, path in files.items() if path)])
