"""The identity report: what is unsure comes first, nothing is guessed."""

from __future__ import annotations

import dataclasses

from policygraph.extract import extract
from policygraph.identity import identities
from policygraph.model import Company, PlanRecord
from policygraph.reading.txt import read

TEXT = """云岭市工业方案
一、任务
1.推进改造。推动丙泰水泥有限公司完成超低排放改造，支持丁华有限责任公司扩建。（市发改委、市住建局负责）
2.依托丙泰、丁华等龙头企业，推进转型。（市发展改革委牵头）
"""


def rows(*records: PlanRecord) -> dict[str, tuple[str, list[str], str]]:
    return {name: (kind, surfaces, unsure) for kind, name, _, surfaces, _, unsure in identities(records)}


def naming(*companies: Company) -> PlanRecord:
    return dataclasses.replace(extract(read("plan.txt", TEXT.encode("utf-8"))), companies=companies)


def test_one_body_with_all_its_forms() -> None:
    kind, surfaces, unsure = rows(naming())["云岭市发展和改革委员会"]
    assert (kind, sorted(surfaces), unsure) == ("department", ["市发展改革委", "市发改委"], "")


def test_what_may_mean_another_company_is_unsure_and_comes_first() -> None:
    found = rows(
        naming(
            Company("1", "贵州宏达化工有限公司", ("宏达",), "company"),
            Company("2", "丁华有限公司", ("丁华",), "company"),
        ),
        naming(Company("3", "四川宏达水泥有限公司", ("宏达",), "company"), Company("4", "乙泰", ("乙泰",), "company")),
        naming(Company("5", "乙泰水泥有限公司", (), "company"), Company("6", "丁华学院", ("丁华",), "institute")),
    )
    unsure = {name: why.partition(":")[0] for name, (_, _, why) in found.items() if why}
    assert unsure == {
        "贵州宏达化工有限公司": "perhaps 四川宏达水泥有限公司",
        "四川宏达水泥有限公司": "perhaps 贵州宏达化工有限公司",
        "乙泰": "perhaps 乙泰水泥有限公司",
        "丁华有限公司": "perhaps 丁华学院",
    }
    assert set(list(found)[:4]) == set(unsure)
