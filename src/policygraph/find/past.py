"""Numbers that tell what has been reached: 截至目前，…; 已建成5个园区; a paragraph of what was done: 累计建成…。先后荣获….

A year that lies before the plan's own is known elsewhere; here is what the words say.
"""

from __future__ import annotations

import re
from functools import lru_cache

# 截至目前，…; 比上年; 近年来
_SENTENCE = re.compile(
    r"截至(?:目前|20\d\d年)|以来|同比|上年|去年|[达完建]到?成?了|实现了|(?:数据|研究|统计|调查)(?:显示|表明)|存在[^，。]{0,6}差距|近年来|五年来|据(?:统计|测算|了解|初步)|今年(?:上半年|以来|前[\d一二三四五六七八九十]+个?月)|[一二三]季度(?:全|实现|完成)|期间，?(?:全[市省县区]|我[市省县区])?.{0,12}(?:累计|年均)(?:增长|下降)"
)
_BY_DATA = re.compile("根?据[^，。；]{2,30}(?:数据|统计|公报|年鉴)，")  # 根据监测中心数据，…
# 在现有水平上提升10%, 不大于现状总面积的20%: what to start from
_PART = re.compile(
    r"已(?:经)?(?:达到?|建成|完成|累计|实现|有|超过?|突破)"
    r"|(?<![由从较比])(?:目前|现有|现状)(?![^，；]{0,12}的$|[^，；]{0,4}(?:水平|基础|标准))|现已"
)
# 1.基本情况：该区草原面积…: a paragraph that tells what there is
_SITUATION = re.compile(
    r"(?:（?[\d一二三四五六七八九十]{1,3}）?[.．、]?)?(?:基本情况|基本概况|发展现状|现状|现实基础|资源禀赋|面临形势|存在问题)[：:。]"
)
_AIMS = re.compile("目标任务|减排目标|预期目标|主要目标|年度目标|力争|确保")
_TITLED_AIMS = re.compile("[^。\\n]{0,16}目标[。：]")  # 1.空气质量改善目标。…同比下降2%以上
# 先后荣获…称号, 入选…名录, 形成了…: said of what was done
_DONE = re.compile(
    "先后(?:获|荣获|被|入选|建成|引进|出台|成功|制定|实施|承办|创成)|荣获|成功(?:入选|创建|获批|举办)|被(?:评为|列为|授予|认定为|确定为)"
    "|[形取完建]成了|取得了|得了|实现了|截至(?:目前|20\\d\\d年)|连续[\\d一二三四五六七八九十]+年(?:位居|位列|居|获|保持|被)"
)
# and of what is to be done: 力争, 推进…, 到2025年
_AHEAD = re.compile(
    "力争|争取|确保|努力|到20|年底前|目标|计划|拟|(?:^|[。；，：])(?:要|将|应|进一步|继续|积极|大力|着力|深入|持续|扎实|全面)*(?:推进|推动|加快|加强|强化|鼓励|支持|引导|实施|开展|落实|优化|完善|健全|培育|打造|推广|促进|提升|深化|严格|坚持)(?!了)"
)


def is_past(text: str, at: int, sentence: tuple[int, int], part: tuple[int, int], *, dated: bool) -> bool:
    """Whether the number at `at` was reached before; `dated`: a deadline holds for it."""
    line = text.rfind("\n", 0, sentence[0]) + 1
    if _SITUATION.match(text, line) or _PART.search(text, part[0], at) or _BY_DATA.search(text, sentence[0], at):
        return True
    if dated or _TITLED_AIMS.match(text, line) or _AIMS.search(text, *sentence):
        return False
    return _SENTENCE.search(text, *sentence) is not None or _looks_back(text, line)


@lru_cache(maxsize=8)
def _looks_back(text: str, line: int) -> bool:
    """Whether the paragraph that begins at `line` tells of what was done, and of nothing that is to be done."""
    end = text.find("\n", line)
    end = end if end >= 0 else len(text)
    return _DONE.search(text, line, end) is not None and _AHEAD.search(text[line:end]) is None
