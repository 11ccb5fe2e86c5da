"""Somebody does something, or it is done somewhere: 推动A公司、B公司完成水泥窑超低排放改造; 在乌当区、息烽县打造示范工程.

One project for each owner or place; one for all where they found it together (依托A大学、B研究院组建实验室) or where what they
build bears its own name; paired where the text says so (A、B分别建设C、D).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policygraph.find.edges import lead_length
from policygraph.find.organizations import CompanyMention
from policygraph.find.project_anchors import bears_name, counts, opens_with_company
from policygraph.find.project_parts import Item, Part, ProjectMention, is_proper, items_of, of_company, project
from policygraph.find.works import COUNT, is_thing, is_work, says_nothing, without_tail, work_end
from policygraph.find.years import BY_DATE
from policygraph.lexicon.ordinary import is_ordinary, proper_part

_HOW = (
    r"(?:限期|抓紧|加紧|提前|(?:计划|拟)?投资\d[\d.]*[万亿]*元|分别|均|各自|各|全部|共同|联合|合作|合资|率先|先行|全面|加快|谋划|逐一|按期|按时|尽快|同步|因地制宜|规划|负责|要|应|须|牵头|探索"
    r"|整体|成功|深入|大力|积极|持续|扎实|着力|稳步|有序|高标准|高质量|高水平|分[两二三四]期|采[取用][^，]{2,24}?(?:方式|模式|机制))*"
)
_WHEN = rf"(?:[于在]?到?{BY_DATE}(?:[、和及]{BY_DATE})*|年内|按照?[^，]{{0,16}}?(?:轮次|要求|计划|标准))"
_DONE = (
    r"完成|实施|开展|深化|推进|进行|(?<!联)建设(?!项目|工程|用地|集团|投资)|打造(?:成为|成|为)?|建成|新建(?:或|、|和)改?扩?建|更新置换|新建(?!项目|工程)|启动|承建|承担|承办"
    r"|组建|设立|新设|增设|成立|开设|开办|共建|创建|布局建设|规划建设|布局|引进|投资建设|投资|运营|争创|申报|推行|加快|搭建|建立|接受|负责(?!运营|落实|实施|建设|推进|组织|协调|统筹)"
)
# 于2025年底前完成, 分别建设, 按照五年一轮次逐一开展
_DOING = re.compile(rf"{_WHEN}?{_HOW}(?:{_WHEN}{_HOW})?(?P<verb>{_DONE})")
_KINDS = (
    r"企业|公司|集团|地|地区|区域|产区|院校|高校|医院|园区|单位|网点|区县|县区|区（市、县）|县市|市县|州|场|矿山|镇|乡|村|商圈|街区|片区|小区"
    r"|流域|河流|河道|水库|桥梁|灌区|景区"
)
# between the last owner and what it does: （四角切圆炉）, 等龙头企业, 以及其他企业, 2×66万千瓦机组, 与企业
_BETWEEN = re.compile(
    rf"(?:（[^（）]*）|等[^，、完实开建打]{{0,40}}?(?:{_KINDS})|(?:以及|和|及)[^，、]{{0,20}}?(?:企业|公司|园区|开发区)"
    r"|[\d×.\-]*[^，、]{0,10}?机组|\d+[个座][^，、]{0,4}?(?:基地|工厂|厂区|分厂)|与(?:企业|高校|科研院所)|围绕[^，；]{2,16}?|地|地区|[^，；]{0,24}为(?:重点|核心|主体|载体|龙头|示范|引领|支点)，?|等|，){0,5}"
)
# what is worked on, before the verb: 电炉除尘系统|2025年6月底前完成改造
_OBJECT = re.compile(
    r"[一-鿿\d×/.（）“”\-]{2,16}?(?:系统|机组|生产线|装置|锅炉|窑|电炉|渣场|设施|车间|堆场|船|车辆)(?:（[^（）]*）)*"
)
# who is called on to do it, where no list knows any of them
_CALLED_ON = re.compile(r"支持|推动|鼓励|在|依托|加快|推进")
# brackets that say what the owner is and are no part of its name: （以下简称…）, （四角切圆炉）
_ASIDE = re.compile(r"[（(](?:“|以下|简称|四角|切圆|循环|[^（()）]{6,})[^（()）]*[)）]")
# A公司|等企业, A公司|于2025年底前: where the name of who does it ends
_NAME_ENDS = re.compile(
    r"等|，|围绕|\d+个[^，、]{0,4}?(?:基地|工厂|厂区|分厂)|为(?:重点|核心|主体|载体|龙头|示范)"
    rf"|[于在]?到?{BY_DATE}|与企业|要$|应$"
)
# A公司|在|枫桥镇: no part of the name
_AT = re.compile(r"(?<=公司|集团|大学|学院)在(?=[^，]{2})")
# what several found as one, and who joins the first of them
_SHARED = re.compile("联合体$")
_SOMEWHERE = re.compile("在[^，；、]{2,8}$")  # 京东物流、顺丰速运|在内江|设立分拨中心: each its own
_LONG_WORK = len("余热回收")
_RANK = re.compile("(?:国家|省|世界)级|国家\\dA|全国")
_JOINED_BY = ("联合", "携手", "引入", "引进")
_FOUNDED_TOGETHER = ("组建", "设立")


def predicate(part: Part, items: Sequence[Item]) -> tuple[int, re.Match[str]] | None:
    """The item whose name is followed by a verb with an object, and that verb: B公司|完成|水泥窑超低排放改造."""
    for i, item in enumerate(items):
        if not item.anchors and not _opens_with_name(part, item):
            continue
        match = _verb_of(part, item)
        if match:
            return i, match
        rest = part.text[item.last : item.end]
        if rest and not _leads_to(rest) and is_thing(without_tail(rest)):
            return None
    return _beyond(part, items)


def _beyond(part: Part, items: Sequence[Item]) -> tuple[int, re.Match[str]] | None:
    """A verb in an item that no name stands in: C研究院与|企业|共建概念验证中心."""
    at = max((i for i, item in enumerate(items) if item.anchors), default=len(items) - 1)
    match = _DOING.search(part.text, items[at].end, part.end)
    joined = match and _BETWEEN.fullmatch(part.text, items[at].last, match.start())
    return (at, match) if match and joined else None


def _verb_of(part: Part, item: Item) -> re.Match[str] | None:
    begin = item.anchors[0].end if item.anchors else item.start
    for match in _DOING.finditer(part.text, begin, item.end):
        if any(a.start < match.end() and match.start() < a.end for a in item.anchors):
            continue
        last = max((a.end for a in item.anchors if a.end <= match.start()), default=begin)
        words = part.text[match.end() : part.end].removesuffix("等")
        if _is_cost(match["verb"], words) or words.startswith(
            ("并", "保障", "、")
        ):  # 优化甲、乙等风电场布局|并加快项目落地, 甲高铁建设|保障工作, 甲高铁建设|、乙机场扩建
            continue
        if match["verb"] == "负责" and part.text[part.start] != "由":
            continue  # duties are no projects: only 由A公司负责管道更换 is one
        brings_in = match["verb"] in ("引进", "引入")
        if brings_in and any(a.start == match.end() and isinstance(a, CompanyMention) for a in part.anchors):
            continue
        has_object = len(without_tail(words)) >= 2 and not says_nothing(words)
        if has_object and (not item.anchors or _leads_to(part.text[last : match.start()])):
            return match
    return None


def _is_cost(verb: str, words: str) -> bool:
    """投资|20亿元的铝材项目: how much it costs, and nobody who does it."""
    return verb == "投资" and words[:1].isdigit()


def _opens_with_name(part: Part, item: Item) -> bool:
    """滕王阁|打造元宇宙景区: no listed name, a proper word all the same, and then what is done."""
    match = _DOING.search(part.text, item.start, item.end)
    if match is None:
        return False
    name, _, sort = part.text[item.start : match.start()].partition("等")
    return (
        2 <= len(name) <= 5
        and is_proper(name)
        and (not sort or re.fullmatch(rf"[一-鿿]{{0,6}}?(?:{_KINDS})", sort) is not None)
    )


def _leads_to(between: str) -> bool:
    """Whether what stands between a name and a verb lets the name be who does it: 等地, 电炉除尘系统, 斗南."""
    if _BETWEEN.fullmatch(between) or _OBJECT.fullmatch(between):
        return True
    name, closes, sort = between.partition("等")  # 毛堂乡|小泉沟等9条小流域|进行
    if closes and len(name) <= 6 and is_proper(name) and _BETWEEN.fullmatch(closes + sort):
        return True
    return len(between) <= 6 and is_proper(name)


def next_doer(part: Part, items: Sequence[Item]) -> int | None:
    """Where another company begins to do something of its own: A公司开展光伏应用、|B公司实施电解槽升级改造."""
    for item in items:
        if opens_with_company(item) and _DOING.search(part.text, item.anchors[0].end, item.end):
            return item.start
    return None


def done(part: Part, items: Sequence[Item], at: int, verb: re.Match[str]) -> list[ProjectMention]:
    """Those who do it, or where it is done (the items up to `at`), with what is done."""
    subjects = _subjects(part, items[: at + 1], verb)
    if not subjects or _is_vision(part, subjects, verb):
        return []
    objects = items_of(part, verb.end() + lead_length(part.text[verb.end() : part.end]))
    if len(objects) == len(subjects) > 1 and "分别" in verb[0]:
        return _paired(part, subjects, objects)
    named = [item for item in objects if bears_name(part, item, by_firms=any(map(of_company, subjects)))]
    if named and not verb["verb"].endswith(("为", "成")) and not _wins_rank(part, verb):
        things = [o for o in objects if o in named or is_thing(without_tail(part.text[o.start : o.end]))]
        return [project(part, o.start, o.end, _name_of(part, o.start, o.end), (*subjects, o)) for o in things]
    if len(subjects) == 1 and of_company(subjects[0]) and (each := _each_work(part, objects)):
        whole = [(o, _subject_name(part, subjects[0]) + part.printed(o.start, words)) for o, words in each]
        return [project(part, subjects[0].start, o.end, name, (subjects[0],)) for o, name in whole]
    works = object_name(part.text[verb.end() : part.end])
    subjects = _with_first_owner(part, subjects)
    counting = [subject for subject in subjects if counts(part, subject, works)]
    if counting and _is_together(part, subjects, verb, works):
        name = _subject_name(part, subjects[0]) + part.printed(verb.end(), works)
        return [project(part, subjects[0].start, part.end, name, tuple(subjects))]
    tail = part.printed(verb.end(), works)
    return [project(part, s.start, part.end, _whose(part, s) + _subject_name(part, s) + tail, (s,)) for s in counting]


def _with_first_owner(part: Part, subjects: list[Item]) -> list[Item]:
    """A集团|在甲市、乙市|布局预冷设施: what is built in each of the places is that firm's."""
    first = subjects[0].anchors[0] if len(subjects) > 1 and subjects[0].anchors else None
    if not isinstance(first, CompanyMention) or any(map(of_company, subjects[1:])):
        return subjects
    somewhere = len(subjects[0].anchors) > 1 and part.text.endswith("在", 0, subjects[0].anchors[1].start)
    return [subjects[0], *(s._replace(anchors=(first, *s.anchors)) for s in subjects[1:])] if somewhere else subjects


def _whose(part: Part, subject: Item) -> str:
    """The firm named before the place that `subject` is, which opens the name of what it builds there."""
    owner = subject.anchors[0] if subject.anchors else None
    return part.clean.words(owner.start, owner.end) if owner and owner.end <= subject.start else ""


def _each_work(part: Part, objects: Sequence[Item]) -> list[tuple[Item, str]]:
    """完成|4号高炉余热回收、6号高炉煤气改造和烧结机循环改造: the works of one firm, each whole; else none."""
    works = [(o, object_name(part.text[o.start : o.end])) for o in objects]
    return works if len(works) > 1 and all(len(words) > _LONG_WORK and is_work(words) for _, words in works) else []


def _is_vision(part: Part, subjects: Sequence[Item], verb: re.Match[str]) -> bool:
    """把|绍兴|建设成为辐射全省的数字之都: what an area is to become, nothing that is built there."""
    if any(map(of_company, subjects)):
        return False
    becomes = part.text.startswith(("成为", "成", "为"), verb.end())
    first = subjects[0].anchors[0].start if subjects[0].anchors else subjects[0].start
    return part.text.endswith(("面向", "辐射", *(("把", "将") if becomes else ())), 0, first)


def _wins_rank(part: Part, verb: re.Match[str]) -> bool:
    """甲高新区、乙经开区创建|国家级示范基地: a rank that each of them wins, no thing that they found together."""
    return verb["verb"] in ("创建", "争创", "申报") and _RANK.match(part.text, verb.end()) is not None


def _is_together(part: Part, subjects: Sequence[Item], verb: re.Match[str], works: str) -> bool:
    """Whether the subjects do it as one: A、B组建C, A联合B开展C, A、B建设C联合体."""
    joint = any(each in verb[0] for each in ("共同", "联合", "合作", "合资"))
    direct = joint or (verb["verb"] == verb[0] == "共建" and verb.start() == subjects[-1].last)
    joined = len(subjects) > 1 or len(subjects[0].anchors) > 1
    by_first = joined and part.text.startswith(_JOINED_BY, subjects[0].anchors[0].end if subjects[0].anchors else 0)
    return (
        direct
        or by_first
        or (verb["verb"] in _FOUNDED_TOGETHER and not _SOMEWHERE.search(part.text, part.start, verb.start()))
        or (joined and bool(_SHARED.search(works)))
    )


def _subjects(part: Part, items: Sequence[Item], verb: re.Match[str]) -> list[Item]:
    found = [item for item in items if item.anchors or _may_be_meant(part, item, verb.start())]
    if not found or not (any(item.anchors for item in found) or _CALLED_ON.match(part.text, part.start)):
        return []
    anchors = tuple(a for a in found[-1].anchors if a.start < verb.start())
    return [*found[:-1], found[-1]._replace(end=min(found[-1].end, verb.start()), anchors=anchors)]


def _may_be_meant(part: Part, item: Item, verb: int) -> bool:
    """An item of those who do it that no list knows: 庐山、|滕王阁|打造, 越北公园、|渌海中心|等新建."""
    name = part.text[item.start : min(item.end, verb)].split("等")[0]
    own = proper_part(name)
    return len(name) < 16 and own is not None and (own == (0, len(name)) or (own[0] == 0 and is_thing(name)))


def _paired(part: Part, subjects: Sequence[Item], objects: Sequence[Item]) -> list[ProjectMention]:
    """A、B、C分别完成X、Y、Z: the first does the first."""
    found = []
    shared = work_end(object_name(part.text[objects[-1].start : objects[-1].end]))
    for subject, item in zip(subjects, objects, strict=True):
        own = object_name(part.text[item.start : item.end])
        more = "" if is_work(own) else shared  # 智能炼厂、窑炉专家系统、一键炼钢|改造
        if counts(part, subject, own + more):
            works = _name_of(part, item.start, item.end) + more
            name = works if bears_name(part, item) else _subject_name(part, subject) + works
            found.append(project(part, subject.start, part.end, name, (subject, item)))
    return found


def _name_of(part: Part, start: int, end: int) -> str:
    return part.printed(start, object_name(part.text[start:end]))


def object_name(words: str) -> str:
    """What is done, without how many and without what stands behind it: 完成|4座|烧结机烟气循环改造."""
    words = re.sub(r"^(?:为|成为|成|完成)", "", words)
    words = re.sub(r"^(?:了|好|完成|实施|开展|完善)+", "", COUNT.sub("", words))
    return without_tail(words.removesuffix("等"))


def _subject_name(part: Part, item: Item) -> str:
    """The owner or place as it stands in the name: without the brackets that say what it is, and without 等企业."""
    first = min((a.start for a in item.anchors if a.start >= item.start), default=item.start)
    joined = bool(item.anchors) and part.text.startswith(_JOINED_BY, item.anchors[0].end)
    end = item.anchors[0].end if joined else item.end
    if item.anchors and not of_company(item):  # 陕西洛川: behind a listed area, one that no list knows
        more = re.split("等|，|（|为", part.text[item.last : item.end])[0]
        end = item.last + (len(more) if len(more) <= 6 and not is_ordinary(more) else 0)
    words = _NAME_ENDS.split(_ASIDE.sub("", part.clean.words(first, end)))[0]
    words = words.removesuffix("和").removesuffix("及")
    if item.anchors and words.startswith("在", item.anchors[0].end - first):
        at = item.anchors[0].end - first
        return words[:at] + words[at + 1 :]
    return _AT.sub("", words) if of_company(item) else words
