"""The embedded store's life: one server per folder, started when needed, shared by all, stopped when idle.

`policygraph plans` in a second window finds the first one's server through the folder's run file, which holds the
port and two random passwords and is readable by its owner alone.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_data_path

from policygraph.errors import PolicyGraphError
from policygraph.stores import keeper, process
from policygraph.stores.undivided import FileSigns

IDLE_SECONDS = 15 * 60.0
_WAIT_SECONDS = 90.0
_DYING_SECONDS = 3.0
_FULL_BYTES = 4 * 1024 * 1024  # the engine's files grow by less at a time
_ENGINE_FILE = "engine"
_WRITING_FILE = "writing"


@dataclass(frozen=True, slots=True)
class Running:
    """A running server: its Bolt port, the passwords of its two users, its process and that of its keeper."""

    port: int
    root: str
    reader: str
    pid: int
    server: int

    def __repr__(self) -> str:
        return f"Running(port={self.port}, pid={self.pid}, server={self.server})"


def default_folder() -> Path:
    """Where the embedded store is unless told otherwise: in the user's data folder."""
    return user_data_path("policygraph", appauthor=False) / "store"


def start(folder: Path, *, idle: float | None = None) -> tuple[Running, bool]:
    """The server of `folder`, and whether this call started it. It stops itself after `idle` seconds without use."""
    with _usable(folder):
        _own(folder)
        with _locked(folder / "start.lock", "another process is starting or stopping this store"):
            touch(folder)
            running = _settled(folder)
            if running:
                return running, False
            return _launch(folder, idle if idle is not None else _idle_seconds()), True


@contextmanager
def _usable(folder: Path) -> Iterator[None]:
    """Says in one line what the system has against the folder: no right to write there, a full disk."""
    try:
        yield
    except OSError as error:
        raise PolicyGraphError(f"the store's folder {folder} can't be used: {error.strerror or error}") from None


def status(folder: Path) -> Running | None:
    """The server that runs in `folder` now; a run file that a killed one left behind counts for nothing."""
    try:
        note = json.loads((folder / keeper.RUN_FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if not _kept(folder):
        (folder / keeper.RUN_FILE).unlink(missing_ok=True)
        return None
    return Running(note["port"], note["root"], note["reader"], note["pid"], note["server"])


def _settled(folder: Path) -> Running | None:
    """As `status`, but gives a keeper time to put back a run file that was lost, or to end."""
    deadline = time.monotonic() + _DYING_SECONDS
    while (running := status(folder)) is None and _kept(folder) and time.monotonic() < deadline:
        time.sleep(0.05)
    return running


def stop(folder: Path) -> bool:
    """Stops the server of `folder` and waits until it is gone; False if none was running."""
    if not (folder / keeper.LOCK_FILE).exists():
        return False
    with _locked(folder / "start.lock", "another process is starting or stopping this store"):
        running = _settled(folder)
        if running is None:
            return False
        for pid in (running.pid, running.server) if sys.platform == "win32" else (running.pid,):
            os.kill(pid, signal.SIGTERM)
        lock = keeper.hold(folder / keeper.LOCK_FILE, 30.0)
        if lock is None:
            raise PolicyGraphError(f"the store's server does not stop: end process {running.server} by hand")
        lock.close()
        (folder / keeper.RUN_FILE).unlink(missing_ok=True)
        return True


def bury(folder: Path) -> None:
    """Sees to it that a server that does not answer is gone: one just killed needs a moment, one that hangs a push."""
    lock = keeper.hold(folder / keeper.LOCK_FILE, _DYING_SECONDS)
    if lock is None:
        stop(folder)
    else:
        lock.close()


def touch(folder: Path) -> None:
    """Says that the store is in use, which puts off the idle stop."""
    (folder / keeper.USED_FILE).touch()


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Holds the store for one writer; a second waits its turn, and is told after a while.

    A writer that was killed may have left the server in the middle of its transaction, where the next writer would
    meet it. So each leaves a mark while it writes, and who finds one has the server started afresh.
    """
    mark = folder / _WRITING_FILE
    with _locked(folder / "write.lock", "another process is writing to this store"):
        if mark.exists():
            stop(folder)
            FileSigns(folder).take_down()  # whatever it was committing is in or out by now
        with _usable(folder):
            mark.touch()
        try:
            yield
        except PolicyGraphError as error:
            mark.unlink(missing_ok=True)  # told by the server, so that it has rolled back
            if shutil.disk_usage(folder).free < _FULL_BYTES:
                message = f"the disk with {folder} is full, so nothing was changed: make room and load again ({error})"
                raise PolicyGraphError(message) from None
            raise
        mark.unlink(missing_ok=True)


@contextmanager
def _locked(path: Path, trouble: str) -> Iterator[None]:
    try:
        with FileLock(path, timeout=_WAIT_SECONDS):
            yield
    except Timeout:
        raise PolicyGraphError(f"{trouble} ({path.parent}): try again when it has finished") from None


def _own(folder: Path) -> None:
    """Makes `folder`, and refuses one that holds something else."""
    if not (folder / _ENGINE_FILE).exists():
        if folder.exists() and any(folder.iterdir()):
            raise PolicyGraphError(f"{folder} is not a PolicyGraph store and is not empty: name another folder")
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        keeper.write_private(folder / _ENGINE_FILE, f"{process.engine().version}\n")


def _kept(folder: Path) -> bool:
    """Whether a keeper is alive: it holds its lock as long as it lives, whatever its process number."""
    lock = keeper.hold(folder / keeper.LOCK_FILE)
    if lock is None:
        return True
    lock.close()
    return False


def _idle_seconds() -> float:
    told = os.environ.get("POLICYGRAPH_IDLE_MINUTES", "")
    try:
        return float(told) * 60 if told else IDLE_SECONDS
    except ValueError:
        raise PolicyGraphError(f"POLICYGRAPH_IDLE_MINUTES is not a number: {told}") from None


def _launch(folder: Path, idle: float) -> Running:
    found = process.engine()
    _check_version(folder, found)
    launch = process.launch(folder, found)
    passwords = process.prepare(folder, found)
    orders = {
        "command": launch.command, "draft": launch.draft, "archive": launch.archive, "idle": idle, "note": passwords,
    }  # fmt: skip
    child = _spawn(folder, json.dumps(orders))
    deadline = time.monotonic() + keeper.START_SECONDS + 15
    while child.poll() is None and time.monotonic() < deadline:
        if (folder / keeper.RUN_FILE).exists():
            running = status(folder)
            if running:
                # A thread waits for the keeper, so that it leaves no zombie however long this process lives.
                threading.Thread(target=child.wait, daemon=True).start()
                return running
        time.sleep(0.01)
    child.terminate()
    child.wait()
    raise PolicyGraphError(f"the embedded store did not start: {_last_words(folder)} (see {folder / keeper.LOG_FILE})")


def _spawn(folder: Path, orders: str) -> subprocess.Popen[bytes]:
    """Starts the keeper, free of this process's terminal and of its folder."""
    flags = ("CREATE_NEW_PROCESS_GROUP", "DETACHED_PROCESS")  # known to Windows alone
    command = [sys.executable, "-I", "-S", keeper.__file__, str(folder)]
    child = subprocess.Popen(  # noqa: S603
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=sum(getattr(subprocess, flag, 0) for flag in flags),
    )
    if child.stdin:
        with child.stdin:
            child.stdin.write(orders.encode())
    return child


def _check_version(folder: Path, found: process.Engine) -> None:
    """Refuses a store that another version of the engine made: going back broke an index without a word."""
    made = (folder / _ENGINE_FILE).read_text("utf-8").strip()
    if made != found.version:
        raise PolicyGraphError(
            f"the store in {folder} is of engine {made}, installed is {found.version}: remove the folder and load again"
        )


def _last_words(folder: Path) -> str:
    try:
        lines = (folder / keeper.LOG_FILE).read_text("utf-8", "replace").splitlines()
    except OSError:
        lines = []
    # what Java says first where the user has set options for it: JDK_JAVA_OPTIONS, JAVA_TOOL_OPTIONS
    lines = [line for line in lines if not line.removeprefix("NOTE: ").startswith("Picked up J")]
    telling = [line for line in lines if "ERROR" in line or "SEVER" in line or "Exception" in line]
    return next(iter(telling or lines), "it said nothing")
