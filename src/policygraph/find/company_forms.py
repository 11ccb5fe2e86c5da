"""How the names of companies, plants and institutes end: 有限责任公司, 煤矸石电厂, 职业技术学院, 集团.

The words come from `companies.yml`; here they become one pattern, so that a text is walked once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from policygraph.lexicon import gazetteer
from policygraph.lexicon.ordinary import one_of

_BEFORE_PLANT = ("煤矸石", "热", "火", "水", "核", "燃煤", "燃气", "垃圾")
# how the forms begin that `forms` itself spells out
_OPENINGS = (
    "集团", "有限", "股份", "总公司", "合伙", "供电", "石油", "分公司", "自来水", "燃气", "公交", "电网", "控股", "投资", "国投",
    "专业", "农商", "农村", "城市", "村镇", "商业",
)  # fmt: skip
_LEGAL = r"(?:集团)?(?:有限责任公司|股份有限公司|有限公司|集团公司|总公司|合伙企业)"
# a branch or unit behind the form: 有限责任公司|水泥分公司, 局集团|襄阳车务段
_UNIT = r"(?:[一-鿿]{0,8}?(?:分公司|支公司|分厂|[车工机电]务段|办事处|供电公司|项目部|事业部)|(?![和及与等、为将在])[一-鿿]{2,4}公司)"
FULL = re.compile(rf"{_LEGAL}{_UNIT}?")
# 各平台公司, 国有企业集团: sorts of firms
GENERIC_OWNER = re.compile(
    r"^(?:各|相关|有关|所属|下属|市属|区属|县属|省属|国有|民营|大型|龙头|骨干|重点|上市|平台|子|母|总|分|物业|保险|担保|投资|建设|施工|运营|企业)+(?:公司|集团|企业)"
)
# 江西|移动, 省|电力公司, 江西|铁塔公司
OPERATOR = re.compile(
    r"(?:电信|移动|联通|铁塔|广电网络|电力|电网|广电|供电|邮政|烟草|水务|燃气|公交|交投|城投|国投|水投|能投|文旅)(?:集团|分)?(?:公司)?(?=[、，；。）及和等按牵负配参协落\t\n]|$)"
)

# 国电投|平顶山热电, 中石油|大港石化: a firm of the group's by its own word or area and its trade
MEMBER = re.compile(
    "(?<!集团)(?![一-鿿]?(?:核电|石化|煤化|光伏|风力|水力|生物|垃圾|核能|太阳|燃煤|燃气|余热|绿色|新型|先进|现代|大型|传统|高端|高效|清洁|调峰|自备|背压|供热))[一-鿿]{2,3}(?:热电|发电|石化|炼化|焦化|铝业|煤业|矿业|钢铁|水泥|化工)(?=[\\d、，。；等和与]|$|[一-鿿]{4,})(?!厂|机组|企业|行业|产业|公司|一体化)"
)


@cache
def trades() -> str:
    """A regular expression's source for any trade: 建材, 新能源."""
    return one_of(gazetteer("companies")["trades"]["words"])


@cache
def forms() -> re.Pattern[str]:
    """Any ending of a company's name; the group that matched says which kind: full, branch, plant, institute, traded, coop, bank, group."""
    lists = gazetteer("companies")
    plant = one_of(lists["plants"]["words"])
    institute = one_of(lists["institutes"]["words"])
    trade = trades()
    openings = [*_OPENINGS, *(before + word for before in _BEFORE_PLANT for word in lists["plants"]["words"])]
    openings += [word for section in ("plants", "institutes", "trades") for word in lists[section]["words"]]
    return re.compile(
        rf"(?=[{''.join(sorted({opening[0] for opening in openings}))}]|.集团)(?:"  # a look ahead, before all is tried
        rf"(?P<full>{_LEGAL}{_UNIT}?)"
        # 国网岳阳供电公司, 中石化襄阳石油分公司
        r"|(?P<branch>(?:供电公司|石油分公司|分公司|自来水公司|燃气公司|公交公司|电网公司|控股公司|投资公司|国投公司)(?!(?:(?![和及与])[一-鿿])*有限))"
        rf"|(?P<plant>{one_of(_BEFORE_PLANT)}?{plant}(?!房|区|商|家|址|界|长|工|职|业))"
        rf"|(?P<institute>{institute}(?:[一-鿿]{{0,6}}?附属[一-鿿]{{0,6}}?医院(?:[一-鿿]{{2,4}}(?:医院|院区))?|(?<=[学院])[一-鿿]{{2,4}}?医院(?:[一-鿿]{{2,3}}医院)?|[一-鿿]{{0,6}}?(?:研究所|研究院))?(?:（[一-鿿]{{2,4}}）(?:(?![和及与、])[一-鿿]{{0,8}}?(?:研究院|研究所|创新中心|研发中心|学院))?)?(?!附属[一-鿿]{{0,10}}?(?:中学|小学|学校|幼儿园)|(?:教育|科技|创新)?城|生|科|派|区|校|士|式|集团|股份|[一-鿿]{{0,6}}?有限(?:责任)?公司))"
        # 枫桥储能公司, 余村茶叶专业合作社
        rf"|(?P<traded>{trade}公司(?![一-鿿]{{0,8}}有限))"
        r"|(?P<coop>专业合作社(?:联合社)?)"
        # 湖南渌水农村商业银行
        r"|(?P<bank>(?:农村商业|城市商业|村镇|商业|农商)银行)"
        r"|(?P<group>(?:[一-鿿]集团)(?:(?!有限|股份|等)(?:(?![和及与等在将])[一-鿿]){2,5}?(?:[车工机电]务段|(?:供电|分|热电)?公司"
        # 渌煤集团|开元化工
        r"|(?:热电|石化|化工|焦化|矿业|煤业|水泥|铝业)(?=[、，。；等和与]|完成|实施|开展)))?"
        # no group of a longer name: 中天钢铁集团（南通）有限公司 is one firm
        r"(?!军|化|企业|有限|股份|公司|总|医院|[一-鿿]{0,12}有限(?:责任)?公司|（[一-鿿]{2,6}）[一-鿿]{0,12}?(?:有限|股份|公司))))"
    )


@cache
def great_group() -> re.Pattern[str]:
    """国能, 首钢: a group that the names of its works open with."""
    return re.compile(one_of(gazetteer("companies")["groups"]["words"]))


@cache
def trade_end() -> re.Pattern[str]:
    """One trade or two at the end of a name without its legal form: 建材, 新能源科技."""
    return re.compile(rf"{trades()}{{1,2}}$")


@cache
def trade_end_at() -> re.Pattern[str]:
    """A trade at a place: 发电 behind 国能宿州生物."""
    return re.compile(trades())


def short_form(stems: Iterable[str]) -> re.Pattern[str] | None:
    """What begins with one of `stems`, two characters each, and ends in a trade or 公司: 渌江电瓷; None without stems."""
    known = list(stems)
    trade = trades()
    return re.compile(rf"{one_of(known)}[一-鿿]{{0,2}}?(?:{trade}(?!有限|股份|集团|公司)|公司)") if known else None
