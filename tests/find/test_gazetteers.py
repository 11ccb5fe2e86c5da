"""Every word of the lists of aims.yml and commitments.yml does what its list says, in the sentence that the list prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from policygraph.clean import clean
from policygraph.find.commitments import CommitmentMention, find_commitments
from policygraph.find.targets import Setting, TargetMention, read_targets
from policygraph.find.wording import listed, spellings
from policygraph.lexicon import gazetteer

FIELDS = ("op", "value", "stance", "approximate", "indicator")


def targets(sentence: str) -> list[TargetMention]:
    text = clean(sentence)
    return read_targets(text, [(0, len(text.text))], Setting(aims=True)).targets


def commitments(sentence: str) -> list[CommitmentMention]:
    text = clean(sentence)
    return list(find_commitments(text, [(0, len(text.text))], [], aims_section=True))


def lists(book: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every list of a book that has a frame, by its path."""
    for name, entry in gazetteer(book).items():
        yield from [(name, entry)] if "frame" in entry else [(f"{name}/{key}", each) for key, each in entry.items()]


def framed(entry: dict[str, Any]) -> list[str]:
    """A sentence for each word of a list, in its frame."""
    return [entry["frame"].format(word) for written in entry["words"] for word in spellings(written)]


def paths(book: str) -> list[Any]:
    """One parameter for each list."""
    return [pytest.param(entry, id=path) for path, entry in lists(book)]


@pytest.mark.parametrize("entry", paths("aims"))
def test_each_word_of_a_list_of_aims_reads_as_it_says(entry: dict[str, Any]) -> None:
    assert [sentence for sentence in framed(entry) if not _reads(sentence, entry["gives"])] == []


def _reads(sentence: str, gives: dict[str, object]) -> bool:
    found = targets(sentence)
    if not found:
        return False
    said = {name: getattr(found[-1], name) for name in FIELDS}
    if "indicator" in gives and len(found) > 1:
        said["indicator"] = found[0].indicator
    return said == said | gives


@pytest.mark.parametrize("entry", paths("commitments"))
def test_each_word_of_a_list_of_commitments_reads_as_it_says(entry: dict[str, Any]) -> None:
    assert [sentence for sentence in framed(entry) if not _commits(sentence, entry["gives"])] == []


def _commits(sentence: str, gives: str) -> bool:
    found = [{True: "vague", False: "verifiable"}[each.vague] for each in commitments(sentence)]
    return {"none": found == [], "aim": len(found) == 1}.get(gives, found == [gives])


@pytest.mark.parametrize("book", ["aims", "commitments"])
def test_no_word_stands_twice_in_a_list(book: str) -> None:
    for path, entry in lists(book):
        words = [word for written in entry["words"] for word in spellings(written)]
        assert sorted(set(words)) == sorted(words), path


def test_lead_in_verbs_with_their_adverbs_are_no_part_of_the_indicator() -> None:
    for adverb in listed("aims", "dropped", "adverbs"):
        [found] = targets(f"到2025年，{adverb}推进再生水利用率达到30%。")
        assert found.indicator == "再生水利用率", adverb


def test_a_noun_keeps_its_last_sign() -> None:
    for noun in listed("aims", "nouns"):
        [found] = targets(f"到2025年，重点领域{noun}达到30万吨。")
        assert found.indicator == f"重点领域{noun}"


def test_words_that_may_end_a_measure_end_one() -> None:
    for word in listed("aims", "measures", "may_end"):
        [found] = targets(f"到2025年，全市特色农业{word}达到30亿元。")
        assert found.indicator.endswith(word), word


def test_an_adverb_before_a_task_makes_no_aim_of_it() -> None:
    for adverb in listed("commitments", "tasks", "adverbs"):
        assert commitments(f"到2025年，{adverb}推进企业清洁生产审核工作的全过程管理。") == [], adverb


def test_an_adverb_before_a_result_leaves_it_an_aim() -> None:
    for adverb in listed("commitments", "results", "adverbs"):
        assert len(commitments(f"到2025年，{adverb}建成新型城镇化的发展体系。")) == 1, adverb
