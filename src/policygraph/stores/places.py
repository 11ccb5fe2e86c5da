"""Where a store is: a folder for the embedded one, an address for Neo4j, with who may log in there.

Without a word from the user: `POLICYGRAPH_STORE`, then `NEO4J_URI`, then the user's data folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from policygraph.errors import PolicyGraphError
from policygraph.stores import embedded
from policygraph.stores.process import DATABASE
from policygraph.stores.undivided import FileSigns, GraphSigns

if TYPE_CHECKING:
    from policygraph.stores.driver import Connection
    from policygraph.stores.undivided import Signs

_ADDRESS = re.compile(r"(bolt|neo4j)(\+s|\+ssc)?://", re.IGNORECASE)
_ANY_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a store lives and how it is looked after.

    `connect` may start a server, `writing` waits for other writers, `signs` is where readers see that one commits,
    `used` puts off the idle stop, `leave` ends a server that was started for this store alone.
    """

    kind: str
    address: str
    connect: Callable[[], Connection]
    writing: Callable[[], AbstractContextManager[None]]
    signs: Callable[[Connection], Signs]
    used: Callable[[], None]
    leave: Callable[[], None]


def place(where: str | None, *, daemon: bool, password: Callable[[], str] | None) -> Place:
    """The place that `where` or the environment names."""
    found = told(where)
    return _neo4j(found, password) if isinstance(found, str) else _embedded(found, daemon)


def told(where: str | None) -> str | Path:
    """The address of Neo4j or the folder of the embedded store that `where` or the environment names."""
    words = where or os.environ.get("POLICYGRAPH_STORE") or os.environ.get("NEO4J_URI") or ""
    if _ADDRESS.match(words):
        return words
    if _ANY_SCHEME.match(words):
        raise PolicyGraphError(f"{_without_password(words)} is no store: give a folder, or bolt://… or neo4j://…")
    return Path(words).expanduser().absolute() if words else embedded.default_folder()


def _without_password(address: str) -> str:
    return re.sub(r"//[^/@]*@", "//", address)


def _neo4j(address: str, password: Callable[[], str] | None) -> Place:
    if urlsplit(address).username is not None or "@" in address:
        raise PolicyGraphError(
            f"leave the user out of the address {_without_password(address)}: set NEO4J_USERNAME and NEO4J_PASSWORD"
        )
    user = os.environ.get("NEO4J_USERNAME") or "neo4j"
    secret = os.environ.get("NEO4J_PASSWORD") or (password() if password else "")
    if not secret:
        raise PolicyGraphError(f"no password for {user} at {address}: set NEO4J_PASSWORD")

    def connect() -> Connection:
        from policygraph.stores.driver import Server, open_connection

        login = (user, secret)
        return open_connection(Server("neo4j", address, os.environ.get("NEO4J_DATABASE") or None, login, login))

    return Place("neo4j", address, connect, nullcontext, GraphSigns, _nothing, _nothing)


def _nothing() -> None:
    """Neo4j is looked after by whoever runs it."""


def _embedded(folder: Path, daemon: bool) -> Place:
    started = False

    def connect() -> Connection:
        nonlocal started
        from policygraph.stores.driver import Server, UnreachableError, open_connection

        for last in (False, False, True):
            running, new = embedded.start(folder)
            started = started or new
            uri = f"bolt://127.0.0.1:{running.port}"
            server = Server("embedded", uri, DATABASE, ("root", running.root), ("reader", running.reader))
            try:
                return open_connection(server)
            except UnreachableError:
                if last:
                    raise
                embedded.bury(folder)
        raise AssertionError("unreachable")

    def leave() -> None:
        if started and not daemon:
            embedded.stop(folder)

    writing, used = partial(embedded.writing, folder), partial(embedded.touch, folder)
    return Place("embedded", str(folder), connect, writing, lambda _: FileSigns(folder), used, leave)
