import pytest

from policygraph.audit.facts import ClauseFact
from policygraph.audit.likeness import Measure, profile


def clause(id_, title, text):
    return ClauseFact(id_, "p", "1", "", title, "measure", text, 0, None, None)


CLAUSES = [
    clause("建材", "推进建材行业协同增效", "推进建材行业协同增效。推动水泥熟料减排。（市发展改革委负责）"),
    clause("水泥", "建材行业协同增效", "推动水泥行业熟料减排，淘汰落后产能。"),
    clause("湿地", "修复湿地", "修复退化湿地，保护鸟类。（市发展改革委负责）"),
    clause("无题", None, "推动水泥熟料减排。"),
]


@pytest.fixture(scope="module")
def measure():
    return Measure(CLAUSES, title_weight=0.4, by_title=0.5)


def test_like_clauses_score_higher_than_unlike_ones(measure):
    assert measure.score("建材", "水泥") > 0.5 > measure.score("建材", "湿地") == 0


def test_likeness_is_the_same_either_way_and_whole_with_itself(measure):
    assert measure.score("建材", "水泥") == measure.score("水泥", "建材")
    assert measure.score("湿地", "湿地") == pytest.approx(1)


def test_the_terms_add_up_to_the_score(measure):
    for a in CLAUSES:
        for b in CLAUSES:
            likeness = measure.likeness(a.id, b.id)
            assert sum(part for _, part in likeness.terms) == pytest.approx(likeness.score, abs=2e-3)


def test_the_heaviest_shared_words_come_first(measure):
    likeness = measure.likeness("建材", "水泥")
    assert likeness.terms[0][0] == "建材行业协同增效"
    assert likeness.explained(1).startswith("建材行业协同增效 0.")


def test_who_has_the_task_says_nothing_of_what_it_is():
    assert not any("发展改革" in run for run in profile(CLAUSES[0]).text)


def test_a_clause_without_title_is_compared_by_its_text(measure):
    assert measure.score("无题", "建材") > 0.5


def test_titles_alone_must_be_more_alike(measure):
    bare = [
        clause("甲", "推进建材行业协同增效", ""),
        clause("乙", "推进钢铁行业协同增效", ""),
        clause("丙", "推进建材行业协同增效", ""),
    ]
    alone = Measure([*bare, *CLAUSES], title_weight=0.4, by_title=0.9)
    assert alone.likeness("甲", "丙").score == pytest.approx(1)
    assert alone.alike("甲", "丙", 0.15)
    assert not alone.alike("甲", "乙", 0.15)
    assert measure.alike("建材", "水泥", 0.5)
