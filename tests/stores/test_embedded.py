"""The embedded store's life: who starts its server, who shares it, how it ends."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.stores.plans import GUIYANG

from policygraph.errors import PolicyGraphError
from policygraph.stores import embedded, keeper, open_store, process

READ_PLANS = (
    "import sys; from policygraph.stores import open_store\nwith open_store(sys.argv[1]) as s: print(s.digest())"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for a store; whatever server runs there at the end is stopped."""
    monkeypatch.delenv("POLICYGRAPH_IDLE_MINUTES", raising=False)
    monkeypatch.setenv("POLICYGRAPH_STORE", str(tmp_path / "方案 store"))
    yield tmp_path / "方案 store"
    embedded.stop(tmp_path / "方案 store")


def alive(pid: int) -> bool:
    """Whether a process is there and is no zombie."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/status")
    return not status.exists() or "State:\tZ" not in status.read_text()


def gone(pid: int, seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not alive(pid)


def test_the_server_is_started_shared_and_stopped(folder: Path) -> None:
    assert embedded.status(folder) is None
    with open_store(write=True) as store:
        assert (store.kind, store.address) == ("embedded", str(folder))
        store.load(GUIYANG)
        running = embedded.status(folder)
        assert running is not None
        assert alive(running.pid)
        assert alive(running.server)
    assert embedded.status(folder) == running
    with open_store() as store:
        assert [plan["id"] for plan in store.plans()] == [GUIYANG.plan]
    assert embedded.status(folder) == running
    assert embedded.stop(folder) is True
    assert gone(running.pid)
    assert gone(running.server)
    assert embedded.status(folder) is None
    assert embedded.stop(folder) is False


def test_what_was_loaded_is_there_after_a_restart(folder: Path) -> None:
    with open_store(write=True) as store:
        store.load(GUIYANG)
        before = store.digest()
    embedded.stop(folder)
    with open_store() as store:
        assert store.digest() == before


def test_without_a_daemon_the_server_goes_with_the_store(folder: Path) -> None:
    with open_store(write=True, daemon=False):
        running = embedded.status(folder)
        assert running is not None
        with open_store(daemon=False) as second:
            assert second.plans() == []
        assert embedded.status(folder) == running
    assert embedded.status(folder) is None
    assert gone(running.server)


def test_a_second_process_uses_the_first_ones_server(folder: Path) -> None:
    with open_store(write=True) as store:
        store.load(GUIYANG)
        running = embedded.status(folder)
        out = subprocess.run(
            [sys.executable, "-c", READ_PLANS, str(folder)], check=True, capture_output=True, text=True
        )
        assert out.stdout.strip() == store.digest()
        assert out.stderr == ""
    assert embedded.status(folder) == running


def test_a_folder_with_a_chinese_name_is_found_in_the_c_locale(folder: Path) -> None:
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHONUTF8"))}
    out = subprocess.run(
        [sys.executable, "-c", READ_PLANS, str(folder)], env={**bare, "LC_ALL": "C"}, capture_output=True, check=False
    )
    assert (out.returncode, out.stderr) == (0, b"")
    assert [each.name for each in folder.parent.iterdir()] == [folder.name]


def test_many_processes_at_once_start_one_server(folder: Path) -> None:
    command = [sys.executable, "-c", READ_PLANS, str(folder)]
    children = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    outputs = [child.communicate(timeout=60) for child in children]
    assert [child.returncode for child in children] == [0] * 4, outputs
    assert len({out for out, _ in outputs}) == 1
    assert embedded.status(folder) is not None


def test_a_run_file_left_behind_is_seen_through(folder: Path) -> None:
    with open_store(write=True) as store:
        store.load(GUIYANG)
        before = store.digest()
    running = embedded.status(folder)
    assert running is not None
    stale = (folder / keeper.RUN_FILE).read_text("utf-8")
    embedded.stop(folder)
    (folder / keeper.RUN_FILE).write_text(stale, "utf-8")
    assert embedded.status(folder) is None
    with open_store() as store:
        assert store.digest() == before


@pytest.mark.parametrize("spoil", [lambda path: path.unlink(), lambda path: path.write_text("{half a", "utf-8")])
def test_a_run_file_that_was_lost_is_put_back(folder: Path, spoil: Callable[[Path], object]) -> None:
    running, _ = embedded.start(folder)
    spoil(folder / keeper.RUN_FILE)
    assert embedded.start(folder) == (running, False)
    spoil(folder / keeper.RUN_FILE)
    assert embedded.stop(folder) is True
    assert gone(running.server)


@pytest.mark.parametrize("victim", ["pid", "server"])
def test_a_killed_server_is_started_again_under_an_open_store(folder: Path, victim: str) -> None:
    with open_store(write=True) as store:
        store.load(GUIYANG)
        before = store.digest()
        running = embedded.status(folder)
        assert running is not None
        os.kill(getattr(running, victim), signal.SIGKILL)
        assert gone(running.server)
        assert store.digest() == before
        again = embedded.status(folder)
        assert again is not None
        assert again.server != running.server


def test_the_server_stops_when_nobody_uses_it(folder: Path) -> None:
    running, new = embedded.start(folder, idle=1.5)
    assert new
    for _ in range(6):
        time.sleep(0.4)
        embedded.touch(folder)
    assert alive(running.server)
    assert gone(running.server)
    assert gone(running.pid)
    assert embedded.status(folder) is None


def test_the_idle_limit_comes_from_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLICYGRAPH_IDLE_MINUTES", "0.02")
    running, _ = embedded.start(folder)
    assert gone(running.server)
    monkeypatch.setenv("POLICYGRAPH_IDLE_MINUTES", "soon")
    with pytest.raises(PolicyGraphError, match="POLICYGRAPH_IDLE_MINUTES is not a number: soon"):
        embedded.start(folder)


def test_passwords_are_for_the_owner_alone(folder: Path) -> None:
    running, _ = embedded.start(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / keeper.RUN_FILE).stat().st_mode) == 0o600
    note = json.loads((folder / keeper.RUN_FILE).read_text("utf-8"))
    assert running.root not in repr(running)
    assert running.reader not in repr(running)
    for path in folder.rglob("*"):
        if path.is_file() and path.name != keeper.RUN_FILE:
            held = path.read_bytes()
            assert note["root"].encode() not in held, path
            assert note["reader"].encode() not in held, path


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="needs Linux's list of sockets")
def test_the_server_listens_on_this_machine_alone(folder: Path) -> None:
    running, _ = embedded.start(folder)
    inodes = set()
    for entry in Path(f"/proc/{running.server}/fd").iterdir():
        link = os.readlink(entry)
        if link.startswith("socket:["):
            inodes.add(link[8:-1])
    listening = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for line in Path(table).read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and fields[9] in inodes:
                listening.append(fields[1].rpartition(":")[0])
    assert listening
    assert set(listening) <= {"0100007F", "0000000000000000FFFF00000100007F"}


def test_a_folder_with_other_things_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / "方案.txt").write_text("六盘水市", "utf-8")
    with pytest.raises(PolicyGraphError, match="is not a PolicyGraph store and is not empty"):
        open_store()
    assert [path.name for path in folder.iterdir()] == ["方案.txt"]


def test_a_folder_that_is_a_file_is_told_in_one_line(folder: Path) -> None:
    folder.write_text("", "utf-8")
    with pytest.raises(PolicyGraphError, match="can't be used"):
        open_store()
    folder.unlink()


def test_a_store_of_another_engine_version_is_told_so(folder: Path) -> None:
    embedded.start(folder)
    embedded.stop(folder)
    (folder / "engine").write_text("1.0.0\n", "utf-8")
    with pytest.raises(PolicyGraphError, match=r"is of engine 1\.0\.0, installed is"):
        open_store()


def test_a_server_that_does_not_start_is_told_with_its_last_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "_JAVA", ["-XX:NoSuchOption"])
    with pytest.raises(PolicyGraphError, match=r"did not start: .*NoSuchOption") as caught:
        open_store()
    assert "\n" not in str(caught.value)


def test_a_platform_without_the_engine_is_told_the_other_way(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(PolicyGraphError, match=r"not installed on this machine .*bolt://host:7687"):
        process.engine()


def test_a_second_writer_waits_and_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "_WAIT_SECONDS", 0.3)
    with open_store(write=True) as store:
        hold = (
            "import sys, time; from pathlib import Path; from policygraph.stores import embedded\n"
            "with embedded.writing(Path(sys.argv[1])): print('held', flush=True); time.sleep(30)"
        )
        command = [sys.executable, "-c", hold, str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == "held\n"
            with pytest.raises(PolicyGraphError, match="another process is writing"):
                store.load(GUIYANG)
            assert store.plans() == []
            other.kill()
        store.load(GUIYANG)
        assert len(store.plans()) == 1


def test_after_a_killed_writer_the_next_one_gets_a_fresh_server(folder: Path) -> None:
    with open_store(write=True) as store:
        store.load(GUIYANG)
        first = embedded.status(folder)
        with pytest.raises(KeyboardInterrupt), embedded.writing(folder):
            raise KeyboardInterrupt
        store.load(GUIYANG)
        second = embedded.status(folder)
        assert first is not None
        assert second is not None
        assert first.server != second.server
        store.load(GUIYANG)
        assert embedded.status(folder) == second


def test_the_driver_is_imported_late() -> None:
    code = "import sys, policygraph.stores; print('neo4j' in sys.modules, 'arcadedb_embedded' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert out.stdout.strip() == "False False"
