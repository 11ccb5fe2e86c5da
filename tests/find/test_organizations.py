"""Companies, plants and institutes; the cases stand in tests/cases/companies.txt."""

from __future__ import annotations

import pytest
from tests.cases import Case, cases

from policygraph.clean import clean
from policygraph.entities import Companies
from policygraph.find.company_forms import forms, trade_end
from policygraph.find.company_lists import listed
from policygraph.find.organizations import core_names, find_companies, shortens
from policygraph.lexicon import gazetteer
from policygraph.lexicon.regions import area

LISTS = gazetteer("companies")
BRANDS = gazetteer("brands")


@pytest.mark.parametrize("case", cases("companies"))
def test_case(case: Case) -> None:
    home, _, words = case.printed.partition("｜")
    before, marked, rest = words.partition("【")
    duty = rest.partition("】")[0]
    text = clean(before + duty)
    barred = [(len(before), len(before + duty))] if marked else []
    found = find_companies(text, [(0, len(text.text))], area(home), barred)
    assert tuple(f"{text.words(m.start, m.end)} | {m.kind}" for m in found) == case.expected


def names(words: str, home: str = "绍兴市") -> dict[str, list[str]]:
    """Each company of a text with the forms in which it is printed."""
    text = clean(words)
    everything = [(0, len(text.text))]
    found = find_companies(text, everything, area(home))
    companies = Companies(text, area(home), found)
    for mention in companies.mentions(everything, found, []):
        companies.id_of(mention)
    return {company.name: list(company.aliases) for company in companies.all()}


def test_a_short_form_that_a_bracket_gives() -> None:
    words = "浙江越州钢铁有限公司（以下简称“越钢集团”）扩产，越钢集团减排。"
    assert names(words) == {"浙江越州钢铁有限公司": ["浙江越州钢铁有限公司", "越钢集团"]}


def test_a_short_form_that_leaves_out_characters_of_one_full_name() -> None:
    words = "支持浙江渌江高压电瓷有限公司扩产。渌江电瓷率先通过认证。"
    assert names(words) == {"浙江渌江高压电瓷有限公司": ["浙江渌江高压电瓷有限公司", "渌江电瓷"]}


def test_a_group_goes_by_its_own_word() -> None:
    words = "支持浙江省渌钢（集团）有限责任公司减产。渌钢集团公司负责，推动渌钢高炉煤气发电，引导渌钢、越州纸业等企业，渌钢镇不变。"
    forms = ["浙江省渌钢（集团）有限责任公司", "渌钢集团公司", "渌钢"]
    assert names(words)["浙江省渌钢（集团）有限责任公司"] == forms


def test_a_group_s_word_within_another_word_is_no_company() -> None:
    assert names("依托磷宏集团，发展磷宏工产业。") == {"磷宏集团": ["磷宏集团"]}


def test_a_group_of_the_same_area_is_tied_by_what_it_leaves_out() -> None:
    words = "绍兴市公交运输集团有限责任公司更新车辆，推动绍兴市公交集团建设换电站。"
    assert names(words) == {"绍兴市公交运输集团有限责任公司": ["绍兴市公交运输集团有限责任公司", "绍兴市公交集团"]}


def test_short_forms_that_only_a_list_tells() -> None:
    words = "渌元、越威、渌新、渌晶等行业头部企业落户，渌元新材料（绍兴）有限公司扩产，绍兴渌科硅能源有限公司改造。"
    assert names(words)["渌元新材料（绍兴）有限公司"] == ["渌元", "渌元新材料（绍兴）有限公司"]


def test_a_trade_that_opens_a_full_name() -> None:
    words = "浙江渌和磁材科技股份有限公司扩产，依托渌和磁材、越州机电等龙头企业，国网绍兴供电公司配合，市供电公司负责。"
    found = names(words)
    assert found["浙江渌和磁材科技股份有限公司"] == ["浙江渌和磁材科技股份有限公司", "渌和磁材"]
    assert found["国网绍兴供电公司"] == ["国网绍兴供电公司", "市供电公司"]


def test_a_firm_with_its_city_and_without() -> None:
    words = "绍兴渌陵石化、越州纸业等企业搬迁，渌钢、渌陵石化等企业减产。"
    assert names(words)["渌陵石化"] == ["绍兴渌陵石化", "渌陵石化"]


def test_a_group_is_not_what_it_owns() -> None:
    assert "渌钢集团" in names("支持渌钢集团宏达钢铁股份有限公司扩产，渌钢集团减产。")


def test_a_short_form_of_two_full_names_is_tied_to_neither() -> None:
    words = "浙江渌江高压电瓷有限公司和绍兴渌江低压电瓷有限公司扩产，依托渌江电瓷、越州机电等龙头企业。"
    assert names(words)["渌江电瓷"] == ["渌江电瓷"]


@pytest.mark.parametrize(
    ("short", "full", "areas", "expected"),
    [
        ("首钢水钢", "首钢水城钢铁集团有限责任公司", [], True),
        ("粤黔电力", "贵州粤黔电力有限公司", ["贵州"], True),
        ("盘江煤电", "贵州盘江电力投资有限公司", ["贵州"], False),
        ("能源集团", "贵州盘江能源集团有限公司", ["贵州"], False),
        ("贵州电力", "贵州粤黔电力有限公司", ["贵州"], False),
    ],
)
def test_what_shortens_a_full_name(short: str, full: str, areas: list[str], expected: bool) -> None:
    assert shortens(short, full, areas) is expected


def test_core_names_are_no_everyday_words() -> None:
    assert core_names("贵州昊龙胜境建材有限责任公司", ["贵州"]) == ["昊龙胜境建材", "昊龙胜境"]
    assert core_names("市城市建设投资集团有限公司", []) == []


def test_three_characters_are_a_core_name() -> None:
    assert core_names("绍兴红果乐建材有限公司", ["绍兴"]) == ["红果乐建材", "红果乐"]


def test_a_brand_and_its_group_are_one() -> None:
    assert names("支持阿里巴巴集团和绍兴市共建平台，推动阿里巴巴数据中心建设。") == {
        "阿里巴巴集团": ["阿里巴巴集团", "阿里巴巴"]
    }


def test_a_brand_that_a_full_name_holds_is_tied_to_that() -> None:
    full = "浙江双良硅材料有限公司"
    assert full in names(f"支持{full}扩产，推动双良集团开工，加快双良5GW组件项目建设。")


def test_state_firms_are_found_in_their_examples() -> None:
    missed = []
    for name, entry in LISTS["known"].items():
        example = clean(entry["example"])
        found = {example.words(m.start, m.end) for m in find_companies(example, [(0, len(example.text))], None)}
        missed += [] if found & {name, *entry["short"]} else [name]
    assert missed == []


def test_state_firms_are_found_under_all_their_names() -> None:
    shorts = [short for entry in LISTS["known"].values() for short in entry["short"]]
    assert [short for short in shorts if _first_named(f"支持{short}、越州机电有限公司扩产") != short] == []


def _first_named(words: str) -> str:
    text = clean(words)
    first = find_companies(text, [(0, len(text.text))], None)[0]
    return text.words(first.start, first.end)


@pytest.mark.parametrize("section", ["plants", "institutes"])
def test_forms_prove_their_examples(section: str) -> None:
    found = [match.lastgroup for match in forms().finditer(LISTS[section]["example"])]
    assert found == [section.removesuffix("s")]


def test_trades_prove_their_example() -> None:
    assert trade_end().search(LISTS["trades"]["example"])
    words = f"依托{LISTS['trades']['example']}、越州锰业等龙头企业"
    assert [words[a:b] for a, b in listed(words, 0, len(words), None)] == ["双元铝业", "越州锰业"]


def test_a_unit_behind_the_form_belongs_to_the_name() -> None:
    assert [match[0] for match in forms().finditer("有限责任公司水泥分公司")] == ["有限责任公司水泥分公司"]


@pytest.mark.parametrize("short", ["红果乐餐饮", "红果乐公司"])
def test_a_short_form_without_what_the_firm_does_or_with_its_bare_form(short: str) -> None:
    words = f"支持浙江红果乐餐饮管理有限公司扩产，由{short}运营。"
    assert names(words) == {"浙江红果乐餐饮管理有限公司": ["浙江红果乐餐饮管理有限公司", short]}


@pytest.mark.parametrize("section", BRANDS)
def test_each_brand_in_its_list_s_frame(section: str) -> None:
    for words in BRANDS[section]["words"].values():
        for brand in words.split():
            text = clean(BRANDS[section]["frame"].format(brand))
            found = [text.words(m.start, m.end) for m in find_companies(text, [(0, len(text.text))], None)]
            assert found == [brand]


def test_no_brand_stands_twice() -> None:
    brands = [brand for entry in BRANDS.values() for words in entry["words"].values() for brand in words.split()]
    listed = {short for entry in LISTS["known"].values() for short in entry["short"]}
    assert sorted(set(brands) - listed) == sorted(brands)


def test_a_product_of_the_list_stands_behind_a_firm_s_name() -> None:
    for product in LISTS["products"]["words"]:
        found = "".join(names(f"加快诸暨越辉{product}、渌溪水库等项目建设。"))
        assert "越辉" in found, product
