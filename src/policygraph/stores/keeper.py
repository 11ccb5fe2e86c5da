"""The process that keeps the embedded server: starts it, writes its run file, stops it when nobody asks any more.

Run as a script and made of the standard library alone, so that it costs a few milliseconds and few megabytes. It is
the server's parent: on Linux the server falls with it. Its orders come as one JSON object on standard input.
It holds `keeper.lock` for as long as it lives, which is how others know that the run file is not stale.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType
from typing import IO, Any

RUN_FILE = "run.json"
LOCK_FILE = "keeper.lock"
USED_FILE = "last-used"
LOG_FILE = "server.log"
START_SECONDS = 60.0
_LISTENS = re.compile(r"BOLT connections on \S+?:(\d+)")
_READY = "Server started"
_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG


def hold(path: Path, seconds: float = 0.0) -> IO[bytes] | None:
    """The open file at `path`, locked for this process alone, or None if another still has it after `seconds`."""
    deadline = time.monotonic() + seconds
    file = path.open("ab")
    while not _lock(file):
        if time.monotonic() >= deadline:
            file.close()
            return None
        time.sleep(0.05)
    return file


def _lock(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def write_private(path: Path, text: str) -> None:
    """Puts `text` at `path` in one step, readable by its owner alone."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    draft.replace(path)


def keep(folder: Path, orders: dict[str, Any]) -> int:
    """Runs the server in `folder` until it ends, is told to, or has not been used for `idle` seconds; 0 if it ran."""
    lock = hold(folder / LOCK_FILE, 10.0)
    if lock is None:
        return 3
    with lock, (folder / LOG_FILE).open("wb") as log:
        server = subprocess.Popen(  # noqa: S603 (the command is our own)
            orders["command"],
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            preexec_fn=_fall_with_parent(),
        )
        try:
            port = _port(folder / LOG_FILE, server)
            if port is None:
                return 4
            note = {**orders["note"], "pid": os.getpid(), "server": server.pid, "port": port}
            write_private(folder / RUN_FILE, json.dumps(note))
            _watch(folder, server, float(orders["idle"]), json.dumps(note))
        finally:
            (folder / RUN_FILE).unlink(missing_ok=True)
            _end(server)
            _keep_archive(orders)
    return 0


def _environment() -> dict[str, str]:
    """Java's environment: under LC_ALL=C (cron, a bare container) it would write ?? for a folder called 方案."""
    if sys.platform == "win32" or sys.getfilesystemencoding() != "utf-8":
        return dict(os.environ)
    return {**os.environ, "LC_ALL": "C.UTF-8"}


def _fall_with_parent() -> Any:
    """What the child does before it becomes the server: asks Linux for SIGTERM when the keeper dies."""
    if not sys.platform.startswith("linux"):
        return None
    import ctypes

    control = ctypes.CDLL(None).prctl
    return lambda: control(_DEATH_SIGNAL, signal.SIGTERM)


def _port(log: Path, server: subprocess.Popen[bytes]) -> int | None:
    """The Bolt port that the server has opened, or None if it ended or did not get there in time."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        text = log.read_text("utf-8", "replace")
        found = _LISTENS.search(text)
        if found and _READY in text:
            return int(found[1])
        time.sleep(0.02)
    return None


def _watch(folder: Path, server: subprocess.Popen[bytes], idle: float, note: str) -> None:
    """Waits until the server ends or is idle. The run file goes first, so that a late comer starts anew."""
    while True:
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(min(1.0, idle / 4))
            return
        if not _idle(folder, idle):
            _restore(folder / RUN_FILE, note)
            continue
        (folder / RUN_FILE).unlink(missing_ok=True)
        time.sleep(0.1)
        if _idle(folder, idle):
            return
        write_private(folder / RUN_FILE, note)


def _restore(run_file: Path, note: str) -> None:
    """Puts back a run file that somebody removed or spoiled: nobody would find the server without it."""
    try:
        intact = run_file.read_text("utf-8", "replace") == note
    except OSError:
        intact = False
    if not intact:
        with contextlib.suppress(OSError):
            write_private(run_file, note)


def _idle(folder: Path, idle: float) -> bool:
    try:
        return time.time() - (folder / USED_FILE).stat().st_mtime > idle
    except OSError:  # the folder was removed under our feet
        return True


def _end(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(20)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _keep_archive(orders: dict[str, Any]) -> None:
    """Moves the class archive that the server wrote at its end to where the next start looks for it."""
    if orders.get("draft"):
        with contextlib.suppress(OSError):
            Path(orders["draft"]).replace(orders["archive"])


def _leave(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def main() -> int:
    """Reads the orders and obeys them."""
    signal.signal(signal.SIGTERM, _leave)
    orders = json.loads(sys.stdin.buffer.read())
    return keep(Path(sys.argv[1]), orders)


if __name__ == "__main__":
    sys.exit(main())
