"""Many files in one call: folders, zips, stdin; in order, with what failed told apart."""

from __future__ import annotations

import io
import os
import struct
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.reading import word_files as w

from policygraph.errors import DataError, PolicyGraphError
from policygraph.model import Source
from policygraph.reading import archive, read
from policygraph.reading.many import Failure, Item, Result, gather, run_all, summary
from policygraph.reading.package import bounded


def opening(source: Source) -> str:
    return source.text[:4].strip()


def stumbles(source: Source) -> str:
    if "错" in source.text:
        raise ValueError("no\nsuch thing")
    return source.text


def dies(source: Source) -> str:
    if "死" in source.text:
        os._exit(9)
    return source.text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two plans, one broken file, a picture, a lock file and a link."""
    (tmp_path / "b").mkdir()
    (tmp_path / "a.txt").write_text("甲方案", "utf-8")
    (tmp_path / "b" / "c.docx").write_bytes(w.docx(w.p("乙方案")))
    (tmp_path / "b" / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "map.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "~$c.docx").write_bytes(b"lock")
    (tmp_path / "link.txt").symlink_to("/etc/hostname")
    (tmp_path / "loop").symlink_to(tmp_path)
    return tmp_path


def names(items: list[Item], above: Path) -> list[str]:
    return [os.path.relpath(item.name, above) for item in items if not item.passed_over]


def test_a_folder_is_its_documents_in_order(folder: Path) -> None:
    items = list(gather([folder]))
    assert names(items, folder) == ["a.txt", "b/broken.pdf", "b/c.docx"]
    assert sorted(os.path.basename(item.name) for item in items if item.passed_over) == ["link.txt", "map.jpg"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_order_does_not_depend_on_jobs_and_the_others_go_on(folder: Path, jobs: int) -> None:
    items = list(gather([folder / "b", folder / "a.txt", folder / "absent.txt"]))
    outcomes = list(run_all(items, opening, jobs))
    assert [outcome.item for outcome in outcomes] == items
    assert [outcome.value for outcome in outcomes if isinstance(outcome, Result)] == ["乙方案", "甲方案"]
    told = summary(outcomes)
    assert (told.read, len(told.failures), told.exit_code) == (2, 2, 1)
    assert told.sentence() == "2 files read, 2 not"
    assert all("\n" not in failure.why for failure in told.failures)


def test_a_picture_in_a_folder_is_no_failure_but_one_that_is_named_is(folder: Path) -> None:
    (folder / "b" / "broken.pdf").unlink()
    told = summary(run_all(gather([folder]), opening, 1))
    assert (told.read, told.exit_code, told.passed_over) == (2, 0, 2)
    assert summary(run_all(gather([folder / "map.jpg"]), opening, 1)).exit_code == 1


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    path.write_bytes(w.packed(members))
    return path


def test_a_zip_is_its_documents_zips_within_it_too(tmp_path: Path) -> None:
    inner = w.packed({"乙.docx": w.docx(w.p("乙方案")), "__MACOSX/._乙.docx": b"x"})
    path = zipped(tmp_path / "方案.zip", {"甲.txt": "甲方案".encode(), "市级/内.zip": inner, "图.png": b"\x89PNG"})
    outcomes = list(run_all(gather([path]), opening, 1))
    assert [outcome.value for outcome in outcomes if isinstance(outcome, Result)] == ["甲方案", "乙方案"]
    assert outcomes[1].item.name == f"{path}/市级/内.zip/乙.docx"
    assert summary(outcomes).passed_over == 1


def test_names_in_gbk_are_read_as_such(tmp_path: Path) -> None:
    name = "实施方案.txt"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, "甲方案")
    raw = stream.getvalue().replace(name.encode(), name.encode("gbk") + b"    ").replace(b"\x00\x08", b"\x00\x00", 2)
    (tmp_path / "a.zip").write_bytes(raw)
    assert [item.name.strip() for item in gather([tmp_path / "a.zip"])] == [f"{tmp_path / 'a.zip'}/{name}"]


def test_a_bomb_in_a_zip_is_one_failure(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"bomb.txt": b"\0" * 60_000_000, "甲.txt": "甲方案".encode()})
    outcomes = list(run_all(gather([path]), opening, 1))
    assert isinstance(outcomes[0], Failure)
    assert "unpacks to more than 50 MB" in outcomes[0].why
    assert isinstance(outcomes[1], Result)


def test_zips_within_zips_end_somewhere(tmp_path: Path) -> None:
    data = w.packed({"a.txt": b"x"})
    for _ in range(6):
        data = w.packed({"in.zip": data})
    (tmp_path / "a.zip").write_bytes(data)
    assert [item.problem for item in gather([tmp_path / "a.zip"])] == ["a zip within 3 zips: not opened"]


def test_zips_of_litter_within_a_zip_are_not_unpacked_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked: list[int] = []

    def counting(opened: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int) -> bytes:
        unpacked.append(limit)
        return bounded(opened, member, limit)

    monkeypatch.setattr(archive, "bounded", counting)
    monkeypatch.setattr(archive, "LARGEST", 5_000_000)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as inner:
        inner.writestr(".litter", b"\0" * 400_000)
    path = zipped(tmp_path / "a.zip", {f"{i}.zip": stream.getvalue() for i in range(20)})
    problems = [item.problem or "" for item in gather([path])]
    assert len(unpacked) + len(problems) == 20
    assert len(unpacked) == 13
    assert all("hold more than any plans take" in problem for problem in problems)


def far_end(data: bytes) -> bytes:
    """The zip with a zip64's end, which counts, before its own, which says that it is empty."""
    end = data[-22:]
    size, at = struct.unpack("<2L", end[12:20])
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 50, 50, size, at)
    return data[:-22] + record + struct.pack("<4sLQL", b"PK\x06\x07", 0, at + size, 1) + end[:12] + b"\0" * 4 + end[16:]


@pytest.mark.parametrize(
    "disguise",
    [bytes, far_end, lambda data: data[:-18] + b"PK\x05\x06" + data[-14:]],
    ids=["plain", "zip64", "two ends"],
)
def test_a_list_of_members_is_measured_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, disguise: Callable[[bytes], bytes]
) -> None:
    data = disguise(w.packed({f"{i}.txt": b"" for i in range(50)}))
    (tmp_path / "a.zip").write_bytes(data)
    assert len(list(gather([tmp_path / "a.zip"]))) == 50
    monkeypatch.setattr(archive, "_LARGEST_DIRECTORY", 1_000)
    assert ["more than 5,000 files" in (item.problem or "") for item in gather([tmp_path / "a.zip"])] == [True]


@pytest.mark.parametrize("data", [b"PK\x03\x04broken", b"", b"no zip at all"])
def test_a_broken_zip_is_one_failure(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(DataError, match=r"a\.zip"):
        [item.read() for item in gather([tmp_path / "a.zip"])]


def test_stdin_is_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO("甲方案".encode("gb18030") + "，推进发展。".encode("gb18030")))
    )
    assert [item.read().text for item in gather(["-"])] == ["甲方案，推进发展。"]


def test_an_error_of_the_work_itself_is_one_line(tmp_path: Path) -> None:
    for name, words in (("a", "对"), ("b", "错"), ("c", "对")):
        (tmp_path / f"{name}.txt").write_text(words, "utf-8")
    outcomes = list(run_all(gather([tmp_path]), stumbles, 1))
    assert [isinstance(outcome, Result) for outcome in outcomes] == [True, False, True]
    assert isinstance(outcomes[1], Failure)
    assert "ValueError: no such thing" in outcomes[1].why


def test_a_process_that_dies_takes_only_its_own_file_along(tmp_path: Path) -> None:
    for i in range(9):
        (tmp_path / f"{i}.txt").write_text("死" if i == 4 else "生", "utf-8")
    outcomes = list(run_all(gather([tmp_path]), dies, 2))
    assert [isinstance(outcome, Result) for outcome in outcomes] == [i != 4 for i in range(9)]


def test_a_process_that_dies_while_the_caller_works_takes_only_its_own_file_along(tmp_path: Path) -> None:
    for i in range(20):
        (tmp_path / f"{i:02}.txt").write_text("死" if i == 3 else "生", "utf-8")
    outcomes = []
    for outcome in run_all(gather([tmp_path]), dies, 2):
        outcomes.append(outcome)
        time.sleep(1 if len(outcomes) < 3 else 0)
    assert [isinstance(outcome, Result) for outcome in outcomes] == [i != 3 for i in range(20)]


def test_a_file_without_a_suffix_is_no_document_in_a_zip_and_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "README").write_text("甲方案", "utf-8")
    zipped(tmp_path / "a.zip", {"README": "甲方案".encode()})
    items = [*gather([tmp_path / "folder"]), *gather([tmp_path / "a.zip"])]
    assert [(item.problem, item.passed_over) for item in items] == [("no document (no suffix)", True)] * 2


@pytest.mark.parametrize("suffix", ["txt", "zip"])
def test_a_path_that_the_system_refuses_is_one_failure(suffix: str) -> None:
    path = Path(f"{'a' * 300}.{suffix}")
    with pytest.raises(PolicyGraphError, match="too long"):
        read(path)
    outcomes = list(run_all(gather([path]), opening, 1))
    assert [isinstance(outcome, Failure) and "too long" in outcome.why for outcome in outcomes] == [True]


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from policygraph.reading import many

    monkeypatch.setattr(many, "MOST_FILES", 3)
    for i in range(4):
        (tmp_path / f"{i}.txt").write_text("x", "utf-8")
    with pytest.raises(PolicyGraphError, match="more than 3 files"):
        list(gather([tmp_path]))
