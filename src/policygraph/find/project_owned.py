"""What a firm does in words that no list of works holds: 推动|A公司|合成氨装置实施原料结构调整, 支持|A公司40GW单晶、B公司50GW单晶|项目.

The other readings go first; here are the firms of a part that none of them took. Where the words only make use of a firm
(依托A公司) or praise it (支持A公司做大做强) there is no project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policygraph.find.organizations import CompanyMention
from policygraph.find.places import PlaceMention
from policygraph.find.project_doers import object_name
from policygraph.find.project_parts import Item, Part, ProjectMention, project
from policygraph.find.works import capacity, is_hollow, says_nothing, says_what, without_tail
from policygraph.find.years import BY_DATE
from policygraph.lexicon.ordinary import opens_proper

# what stands before a firm that does nothing itself
_USED = re.compile(
    r"(?:依托|发挥|以|与|同|联合|对接|借助|利用|围绕|向|对|为|给|从|引进|引入|培育|壮大|做强|委托|参照|会同|落实)$"
)
_BUILDS = re.compile("建|改造|实施|投资|打造|开发|研制|布局|治理")
# between two firms that do the same
_JOINED = re.compile(r"(?:（[^（）]*）)?(?:、|和|及|与|以及)")
# between a firm and what it does: （以下简称…）, 等企业, 于2025年底前, 全面完成
_BEFORE_WORKS = re.compile(
    r"(?:（[^（）]*）|等[^，、]{0,12}?(?:企业|公司|单位|集团|银行)|[两三四五六七八九\d]{1,2}家[^，、]{0,10}?(?:企业|公司|单位)"
    rf"|[于在到]?{BY_DATE}"
    r"|依托[^，、]{2,12}?(?=开展|实施|建设)|以[^，、]{2,14}?为(?:主体|龙头|载体|重点|抓手)"
    r"|(?:计划|拟)?投资\d[\d.]*[万亿]*元|率先|全面|限期|加快|抓紧|尽快|按期|分别|共同|积极|继续|逐步|有序|要|应|须|将|负责"
    r"|完成|实施|开展|推进|推动|启动|建设|推行|进行|承担|抓好|做好|组织)*"
)
_NO_WORKS = re.compile(
    r"做大|做优|做强|做精|突破|攻克|上市|落户|落地|入驻|入园|集聚|牵头|参与|作用|优势|带动|引领|辐射|合作|签订|签署|配套$|销售|出口|融资|并购|降至|降到|比例|投放|推出|通过|提供|开发(?!利用|区)|认证|承建|能耗|采购|投资者|浓度|控制在|稳定在|达标|发展第|^发展|扩大投资|追加投资|^加大"
    r"|为(?:龙头|主体|核心|重点|依托|支撑)|的|企业|公司|集团|等$|发展$|转型$|作为|成为|入选|获评|拓展|延伸|品种$|使用|^落实|^加强|需求$|^增加|^负责|制定|编制|编写|参加|参展|展会|座谈|研发$"
    r"|运力$|剥离|^配合"  # 支持A航空公司增投过夜运力
)
# 乙烯改造项目|同步应用节能装备, 改造|并通过评估, 项目|满负荷生产
_AND_THEN = re.compile("同步|并(?!网|购|轨)|满负荷|加快(?:释放|建设|达产)|扩大\\d|稳定运行|达到")
_AMOUNT = re.compile(r"(?:\d|[一二两三四五六七八九十百千万]|各)+[辆台套座个家处条户人]?$")
_ETC = re.compile("等(?!离子|级|量|效)")  # 甲公司、乙公司|等|重大项目建设和产能爬坡
_LONGEST = 44
_SHORTEST = 4


def owned(part: Part, taken: Sequence[ProjectMention]) -> list[ProjectMention]:
    """The projects of the firms in a part that own none of the projects `taken` from it."""
    if part.text.startswith(("依托", "发挥", "利用", "借助"), part.start):
        return []
    groups = list(_groups(part.text, [a for a in part.anchors if isinstance(a, CompanyMention)]))
    if not groups:
        return []
    starts = [*(group[0].start for group in groups), *(each.start for each in taken)]
    ends = [min((at for at in starts if at > group[-1].end), default=part.end) for group in groups]
    free = [
        ([firm for firm in group if not _is_taken(part, firm, taken)], group[-1].end, end)
        for group, end in zip(groups, ends, strict=True)
        if not _is_used(part, group[0])
    ]
    free = [each for each in free if each[0]]
    if not free:
        return []
    shared = _shared_end(part, groups, several=len(groups) > 1 or any(e.start > groups[0][0].end for e in taken))
    return [
        _of_firm(part, firm, begin, works)
        for firms, behind, end in free
        for begin, works in _works(part, behind, _far_end(part, end), shared)
        for firm in firms
    ]


def _far_end(part: Part, end: int) -> int:
    """Up to the next firm of the list; one within the words (以B公司为主体) ends nothing."""
    return end if end == part.end or part.text[end - 1] in "、和及与" else part.end


def _is_taken(part: Part, firm: CompanyMention, taken: Sequence[ProjectMention]) -> bool:
    """Whether a project of those `taken` is the firm's, or names it: 华远电力集团|三门电厂."""
    words = part.clean.words(firm.start, firm.end)
    return firm.kind == "institute" or any(firm in each.owners or words in each.name for each in taken)


def _is_used(part: Part, firm: CompanyMention) -> bool:
    """依托|A公司, 引进|A集团: it does nothing itself; 由|A公司|统一管护: it looks after what is there."""
    if part.text.endswith("由", part.start, firm.start):
        return _BUILDS.search(part.text, firm.end, part.end) is None
    return _USED.search(part.text, max(part.start, firm.start - 4), firm.start) is not None


def _groups(text: str, firms: Sequence[CompanyMention]) -> Iterator[list[CompanyMention]]:
    """Firms that stand side by side do the same."""
    group: list[CompanyMention] = []
    for firm in firms:
        if group and not _JOINED.fullmatch(text, group[-1].end, firm.start):
            yield group
            group = []
        group.append(firm)
    if group:
        yield group


def _shared_end(part: Part, groups: Sequence[Sequence[CompanyMention]], *, several: bool) -> str:
    """What closes a list of what several firms build: 项目 in A公司40GW单晶、B公司50GW单晶项目."""
    return _shared_closing(object_name(part.text[groups[-1][-1].end : part.end])) if several else ""


def _shared_closing(words: str) -> str:
    end = re.search("(?:项目|工程|基地|生产线|产线)$", words)
    return end[0] if end else ""


def _works(part: Part, begin: int, end: int, shared: str) -> Iterator[tuple[int, str]]:
    """What is done between a firm and the next: one work, or several where each is whole in itself."""
    lead = _BEFORE_WORKS.match(part.text, begin, end)
    begin = lead.end() if lead else begin
    begin += _ETC.match(part.text[begin:end]) is not None
    other = next((a.start for a in part.anchors if a.start > begin and part.text[a.start - 1] == "、"), end)
    words = _AND_THEN.split(part.text[begin : min(other, end)])[0].rstrip("、和及与，")
    etc = _ETC.search(words)
    if etc and etc.start() and says_nothing(words[etc.end() :]):  # 整车|等重大产业项目
        words = words[: etc.start()] + _shared_closing(words)
    first, _, more = words.partition("、")
    if more and says_what(first) and opens_proper(more):  # 远渌能源二期、|长枫海工三期
        words = first
    if not words or words[0] in "、与和及" or "，" in words:
        return
    several = list(_several(words))
    if several:
        yield from ((begin + at, name) for at, name in several)
        return
    name = object_name(words).removesuffix("各")
    if shared and not says_what(name):
        name += shared
    if _is_undertaking(name):
        yield begin, name


def _several(words: str) -> Iterator[tuple[int, str]]:
    """3号、4号焦炉烟气脱硫|、烧结机烟气循环|、原料场全封闭改造: the works of a list, where each is whole in itself."""
    pieces: list[tuple[int, str]] = []
    at = 0
    for match in re.finditer("[^、]+", words):
        short = bool(pieces) and len(pieces[-1][1]) < _SHORTEST  # 3号、|4号焦炉
        at = pieces.pop()[0] if short else match.start()
        pieces.append((at, words[at : match.end()]))
    whole = [_is_whole(piece) for _, piece in pieces]
    if len(pieces) > 1 and whole[-1] and sum(whole) * 2 > len(whole) and all(len(p) >= 6 for _, p in pieces):
        yield from ((at, object_name(piece)) for at, piece in pieces)


def _is_whole(words: str) -> bool:
    words = without_tail(words)
    return says_what(words) and _is_undertaking(object_name(words))


def _is_undertaking(name: str) -> bool:
    return (
        _SHORTEST <= len(name) <= _LONGEST
        and not is_hollow(name)
        and not says_nothing(name)
        and not _NO_WORKS.search(name)
        and not _AMOUNT.search(name)
    )


def _of_firm(part: Part, firm: CompanyMention, begin: int, works: str) -> ProjectMention:
    """The works with the firm's name, and the area's before it: 惠州|埃克森美孚|乙烯项目."""
    where = tuple(a for a in part.anchors if isinstance(a, PlaceMention) and a.end == firm.start)
    start = min((a.start for a in where), default=firm.start)
    name = part.clean.words(start, firm.end) + part.printed(begin, works)
    size = capacity(part.text, begin, begin + len(works))
    return replace(project(part, start, part.end, name, (Item(start, part.end, (*where, firm)),)), capacity=size)
