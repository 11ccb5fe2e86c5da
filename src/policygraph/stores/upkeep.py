"""What `policygraph store` says and does: status, start, stop, path of the embedded store."""

from __future__ import annotations

from pathlib import Path

from policygraph.errors import PolicyGraphError
from policygraph.stores import embedded, places


def _folder(where: str | None) -> Path:
    found = places.told(where)
    if isinstance(found, str):
        raise PolicyGraphError(f"{found} is a server of its own: this looks after the embedded store only")
    return found


def path(where: str | None) -> str:
    """Where the embedded store lies."""
    return str(_folder(where))


def status(where: str | None) -> str:
    """Whether its server runs, and how Neo4j Browser or cypher-shell reach it."""
    folder = _folder(where)
    running = embedded.status(folder)
    if running is None:
        return f"{folder}: not running; any command that needs it starts it"
    return f"{folder}: running, bolt://127.0.0.1:{running.port}, database graph, user reader (password in {folder / 'run.json'})"


def start(where: str | None) -> str:
    """Starts the server and leaves it running until it is idle."""
    folder = _folder(where)
    running, started = embedded.start(folder)
    return f"{folder}: {'started' if started else 'was running'}, bolt://127.0.0.1:{running.port}"


def stop(where: str | None) -> str:
    """Stops the server."""
    folder = _folder(where)
    return f"{folder}: {'stopped' if embedded.stop(folder) else 'was not running'}"
