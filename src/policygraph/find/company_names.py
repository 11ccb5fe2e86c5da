"""Whether a name alone may be that of a firm: 双元铝业 by its trade, 包头韵升 by its area, 渌涂士 by no everyday word.

What shows that it is one stands around it: a list of firms, what they do, a company beside it.
"""

from __future__ import annotations

import re
from functools import cache

from policygraph.find.company_forms import trade_end, trades
from policygraph.find.company_known import is_known
from policygraph.lexicon import gazetteer
from policygraph.lexicon.ordinary import is_ordinary, one_of, opens_proper, proper_part
from policygraph.lexicon.regions import Area, find_areas, in_full

# what may be the thing itself or a place: 钒钛|新材料, 藤椒|食品, 石门坪|水泥
THING = re.compile(
    "[钢铁铜铝锌镁钛钒锂钠硅氟磷硫碳硼锰镍钴钨钼锡铅锆铌稀石煤油气膜酸酯醇烯烃胺酮醛纤维树脂布纱丝绸棉麻毛皮革纸竹木菌菇椰蔗麦烟草花苗参椒梨桃果枣茶药酒米面薯豆菜牛羊猪鸡鸭鹅鱼虾蟹蚕糖盐奶肉蛋茄咖硒瓷砖灯吨泵阀管板箱车船机器]"
    "|[山江河湖海岛湾坪坝沟镇村乡寨庄屯堡店营桥港岭坡塘溪泉峡坑园区县市省洲路街型式级类性用态基]$|^(?:[湾江河湖海山城港]|年|日|月|第|全|各|该|其)"
)
STEEL = re.compile("[一-鿿]钢(?<![废炼轧粗型特])")
NO_FIRM = re.compile(
    r"(?<!美)的|^中[德日韩法俄新英美意瑞欧]$|[等第]|集团.|公司.|改造.|建设.|项目|工程|行业|产业|领域|地区|[市县区镇乡]$|园区?$|基地$|大学$|学院$|电厂$"
)
# 金汇能|先进|负极材料: what a firm makes
_WHAT_SORT = re.compile("先进|高端|新型|高性能|高品质|高纯")


def is_own(name: str, home: Area | None) -> bool:
    """Whether a word of two to five characters is made of no everyday word and no area: 渌涂士."""
    return (
        2 <= len(name) <= 5
        and proper_part(name) == (0, len(name))
        and not find_areas(name, home)
        and not NO_FIRM.search(name)
    )


def may_be_word_of_firm(name: str, home: Area | None) -> bool:
    """The same, and no product or sort of it: neither 藤椒 nor 射频."""
    return is_own(name, home) and not THING.search(name) and not _sorts() & {name, name[:2], name[:3], name[-2:]}


@cache
def _sorts() -> frozenset[str]:
    return frozenset(gazetteer("companies")["sorts"]["words"].split())


def area_in_full(name: str, home: Area | None) -> int:
    """How many characters of `name` are an area in full that a name of its own stands behind: 丰县|建滔能源."""
    areas = find_areas(name, home)
    located = areas and areas[0][0] == 0 and in_full(name[: areas[0][1]], areas[0][2])
    return areas[0][1] if located and len(name) - areas[0][1] >= 4 else 0


def opens_with_brand_name(name: str) -> bool:
    """Whether a known brand stands before a word of its own: 东软|睿驰."""
    return 4 <= len(name) <= 6 and is_known(name[:2]) and proper_part(name[2:]) == (0, len(name) - 2)


def is_traded(name: str, home: Area | None) -> bool:
    """Whether a trade ends the name, and not that of an area: 双元铝业, but not 诸暨水泥."""
    if not _traded().fullmatch(name):
        return False
    areas = find_areas(name, home)
    return not areas or areas[0][0] != 0 or _traded().fullmatch(name, areas[0][1]) is not None


def is_located(name: str, home: Area | None) -> bool:
    """Whether an area and a word of its own make up the name, either first: 包头韵升, 大田红狮, 美的合肥."""
    areas = find_areas(name, home) if 4 <= len(name) <= 7 else []
    if areas and 2 <= areas[-1][0] <= 3 and areas[-1][1] == len(name):
        return is_known(name[: areas[-1][0]] + "集团") or proper_part(name[: areas[-1][0]]) == (0, areas[-1][0])
    if not areas or areas[0][0]:
        return False
    own = name[areas[0][1] :]
    return len(own) >= 2 and proper_part(own) == (0, len(own))


def opens_with_own(name: str, home: Area | None) -> bool:
    """Whether a name of four or five signs opens with a word of its own that is no area: 望漠|不锈."""
    return (
        4 <= len(name) <= 5
        and opens_proper(name)
        and not (NO_FIRM.search(name) or THING.search(name[:2]) or find_areas(name, home))
    )


def is_of_area(name: str, home: Area | None) -> bool:
    """Whether an area and a trade make up the name: 临泉化工."""
    areas = find_areas(name, home)
    return bool(areas) and areas[0][0] == 0 and _trade_alone().fullmatch(name, areas[0][1]) is not None


def is_short(name: str, home: Area | None) -> bool:
    """Whether a name of its own stands before a trade and behind an area, if one opens it: 诸暨越钢水泥, not 诸暨水泥."""
    if not 4 <= len(name) <= 10 or NO_FIRM.search(name) or not _traded().fullmatch(name):
        return False
    areas = find_areas(name, home)
    own = name[areas[0][1] :] if areas and areas[0][0] == 0 else name
    bare = trade_end().sub("", own)
    return len(own) > 3 and not (is_ordinary(own) and is_ordinary(bare)) and _WHAT_SORT.search(own) is None


@cache
def _trade_alone() -> re.Pattern[str]:
    return re.compile(one_of(gazetteer("companies")["trades_of_areas"]["words"]))


@cache
def _traded() -> re.Pattern[str]:
    """双元铝业: a name, then a trade."""
    return re.compile(rf"[一-鿿（）]{{2,}}{trades()}")
