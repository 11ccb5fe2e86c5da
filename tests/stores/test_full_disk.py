"""A full disk under the embedded store: told in one line, nothing half written, and all is well once there is room."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.stores.plans import ALL, large

from policygraph.errors import PolicyGraphError
from policygraph.stores import embedded, open_store

PLAN = large(clauses=150)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 22 MB in memory, which holds a store of a few plans."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if shutil.which("mount") is None or _mount("tmpfs", "size=22m", disk):
        pytest.skip("this machine lets us mount no small disk")
    try:
        yield disk
    finally:
        embedded.stop(disk / "store")
        subprocess.run(["umount", str(disk)], check=True)


def _mount(kind: str, options: str, disk: Path) -> int:
    return subprocess.run(
        ["mount", "-t", kind, "-o", options, kind, str(disk)], capture_output=True, check=False
    ).returncode


@pytest.fixture
def make_room(small_disk: Path) -> Callable[[], None]:
    return lambda: subprocess.run(["mount", "-o", "remount,size=400m", str(small_disk)], check=True) and None


def test_a_load_that_fills_the_disk_changes_nothing_and_can_be_done_again(
    small_disk: Path, make_room: Callable[[], None], tmp_path: Path
) -> None:
    with open_store(str(small_disk / "store"), write=True) as store:
        store.load_all(ALL)
        before = store.digest()
        _fill(small_disk / "filler", leave=200_000)
        with pytest.raises(PolicyGraphError, match="is full, so nothing was changed: make room") as caught:
            store.load(PLAN)
        assert "\n" not in str(caught.value)
        assert store.digest() == before
        make_room()
        store.load(PLAN)
        after = store.digest()
    embedded.stop(small_disk / "store")
    with open_store(str(small_disk / "store")) as again:
        assert again.digest() == after
    with open_store(str(tmp_path / "clean"), write=True, daemon=False) as clean:
        clean.load_all([*ALL, PLAN])
        assert clean.digest() == after


def test_a_store_that_finds_its_disk_full_says_so(small_disk: Path, make_room: Callable[[], None]) -> None:
    where = small_disk / "store"
    with open_store(str(where), write=True, daemon=False) as store:
        store.load_all(ALL)
        digest = store.digest()
    _fill(small_disk / "filler")
    with pytest.raises(PolicyGraphError, match="can't be used: No space left on device"):
        open_store(str(where))
    make_room()
    with open_store(str(where)) as store:
        assert store.digest() == digest


def _fill(path: Path, leave: int = 0) -> None:
    """Writes zeros into `path` until its disk has room for `leave` bytes more."""
    with path.open("wb", buffering=0) as file:
        try:
            while shutil.disk_usage(path.parent).free > leave:
                file.write(bytes(65536))
        except OSError:
            return
