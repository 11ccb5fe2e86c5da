"""The manifests of the plans that ship, their facts, and the texts that users may have."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import yaml

from policygraph import reading, record, sources
from policygraph.errors import PolicyGraphError
from policygraph.sources import Manifest

ROOT = Path(__file__).parents[1]
OURS = ("src", "tests", "docs", "loaders", "cypher", "ontology")
WRITTEN = {".py", ".txt", ".md", ".json", ".yml", ".ttl", ".cypher"}
TEXTS = Path(os.environ["POLICYGRAPH_PLANS"]) if os.environ.get("POLICYGRAPH_PLANS") else None
needs_texts = pytest.mark.skipif(TEXTS is None, reason="POLICYGRAPH_PLANS names no folder with the plans' texts")
MANIFESTS = pytest.mark.parametrize("manifest", sources.manifests(), ids=lambda manifest: manifest.name)


def text_of(manifest: Manifest) -> Path | None:
    own = manifest.folder / "plan.txt"
    candidates = [own] if own.exists() else sorted(TEXTS.iterdir()) if TEXTS else []
    return next((path for path in candidates if reading.read(path).sha256 == manifest.sha256), None)


def test_five_plans_ship() -> None:
    assert [manifest.name for manifest in sources.manifests()] == [
        "guizhou-guiyang/jianwu-jiangtan-2023",
        "guizhou-liupanshui/jianwu-jiangtan-draft",
        "guizhou-liupanshui/jieneng-jianpai-2025",
        "sample/yunling",
        "sichuan-ziyang/jianwu-jiangtan",
    ]


@MANIFESTS
def test_what_is_not_printed_says_where_it_is_known_from(manifest: Manifest) -> None:
    fields = {"title", "jurisdiction", "issuers", "document_number", "issued_on", "status"}
    assert manifest.known.notes.keys() <= fields
    assert all(len(why) > 20 for why in manifest.known.notes.values())


@MANIFESTS
def test_the_facts_that_ship_hold_no_sentences(manifest: Manifest) -> None:
    facts = manifest.folder / "facts.json"
    if not facts.exists():
        assert manifest.known.sample
        return
    data = json.loads(facts.read_text("utf-8"))
    assert {clause["text"] for clause in data["clauses"]} == {""}
    quotes = [fact["quote"] for kind in ("targets", "commitments", "projects") for fact in data[kind]]
    assert max(map(len, quotes)) <= record.QUOTE_LIMIT
    assert data["source"]["sha256"] == manifest.sha256


@MANIFESTS
def test_reading_the_text_gives_the_facts_that_ship(manifest: Manifest) -> None:
    path = text_of(manifest)
    if path is None:
        pytest.skip("POLICYGRAPH_PLANS names no folder with the plans' texts")
    found = sources.read_plan(reading.read(path))
    counts = record.count([found])
    bounds = yaml.safe_load((manifest.folder / "source.yml").read_text("utf-8"))["counts"]
    assert {kind: counts[kind] for kind, (least, most) in bounds.items() if not least <= counts[kind] <= most} == {}
    facts = manifest.folder / "facts.json"
    if facts.exists():
        assert record.to_json(found, facts_only=True) == json.loads(facts.read_text("utf-8"))


def test_all_plans_come_without_their_texts() -> None:
    assert len(list(sources.shipped())) == 5


@needs_texts
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_text_at_hand_is_read_in_any_encoding_and_with_any_line_ends(tmp_path: Path, encoding: str) -> None:
    manifest = next(m for m in sources.manifests() if m.name.startswith("guizhou-guiyang"))
    path = text_of(manifest)
    assert path is not None
    copy = tmp_path / "renamed.txt"
    copy.write_bytes(reading.read(path).text.replace("\n", "\r\n").encode(encoding))
    (tmp_path / "other.txt").write_text("别的文本", "utf-8")
    (tmp_path / "empty.txt").touch()
    worded = [found for found in sources.shipped(tmp_path) if found.clauses[0].text]
    assert [found.plan.jurisdiction for found in worded] == ["贵阳市", "云岭市"]
    assert worded[0] == sources.read_plan(reading.read(copy))


def test_a_folder_that_is_none_is_told() -> None:
    with pytest.raises(PolicyGraphError, match="no such folder"):
        list(sources.shipped(Path("/nowhere/at/all")))


@needs_texts
def test_no_file_of_ours_holds_more_than_a_quote_of_a_text_that_does_not_ship() -> None:
    longest = record.QUOTE_LIMIT + 1
    texts = ["".join(path.read_text("utf-8-sig").split()) for path in (TEXTS or Path()).glob("*.txt")]
    runs = {text[at : at + longest] for text in texts for at in range(len(text) - longest + 1)}
    assert runs
    for path in (path for folder in OURS for path in (ROOT / folder).rglob("*") if path.suffix in WRITTEN):
        words = "".join(path.read_text("utf-8").split())
        assert (
            next((words[at : at + longest] for at in range(len(words)) if words[at : at + longest] in runs), None)
            is None
        ), path
