"""The identity report: what is unsure comes first, nothing is guessed."""

from __future__ import annotations

from policygraph.extract import extract
from policygraph.identity import identities
from policygraph.reading.txt import read

TEXT = """云岭市工业方案
一、任务
1.推进改造。推动丙泰水泥有限公司完成超低排放改造，支持丁华有限责任公司扩建。（市发改委、市住建局负责）
2.依托丙泰、丁华等龙头企业，推进转型。（市发展改革委牵头）
"""


def rows() -> dict[str, tuple[str, list[str], str]]:
    record = extract(read("plan.txt", TEXT.encode("utf-8")))
    return {name: (kind, surfaces, unsure) for kind, name, _, surfaces, _, unsure in identities([record])}


def test_one_body_with_all_its_forms() -> None:
    kind, surfaces, unsure = rows()["云岭市发展和改革委员会"]
    assert (kind, sorted(surfaces), unsure) == ("department", ["市发展改革委", "市发改委"], "")


def test_the_unsure_come_first() -> None:
    flags = [bool(unsure) for _, _, unsure in rows().values()]
    assert flags == sorted(flags, reverse=True)
