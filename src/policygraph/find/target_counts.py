"""Numbers that count things: 建成5个以上特色产业园区, 在全市建设10个示范点, 90%以上的县级机关达到…要求."""

from __future__ import annotations

import re

from policygraph.find import aims
from policygraph.find.counted import DOES, completed, naming_verb, unqualified
from policygraph.find.quantities import UP, Quantity
from policygraph.find.statements import Statement
from policygraph.find.target_claims import Claims
from policygraph.find.target_doing import ACTS

# 每个社区|至少设, 国省干线每50公里|布局: how many each has
PER_EACH = re.compile(
    r"(?P<each>[^，。；]{0,16}?每(?!年|月|季)(?:\d+[^，。；\d]{1,4}?|个?[^，。；\d]{1,10}?(?:（[^）]*）)?)"
    r"|(?:各(?![类项级种自]|有关|相关)|全部|所有)[^，。；\d]{1,12}?(?:（[^）]*）)?)(?:至少|均|都|各|要|应|应当)*"
    r"(?:(?:建|配|设|拥)?有|组建|配建|组织|举办|改造|设立?|建设?|建成|配备?|打造|培育|创建|布局|安排|派驻|选派|培养|联系|形成|新建|完成)$"
)
_PARTS_OF = re.compile(
    "[^，。；]*中排名|[^，。；]*精神$|试点[县区市]|方面|方向|领域|环节|(?!(?:行政|自然)?村|社区|小区|企业|乡镇|[^，。；]{4,}(?:改造|治理|整治|修复|建设|清淤|淘汰|拆除)任务$)[^，。；]*(?:目标|指标|任务|举措)(?:分别)?[为是]?$"
)
# 3个项目|前期工作, 加快2个|改造试点: what is under way, and no aim
_UNDER_WAY = re.compile("[^，。；]{2,}(?:前期工作|试点工作|试点建设)$")
_FURTHERED = ("加快", "推进", "加快推进")
# 10名以上|老人的行政村都建有互助点: of which things
_OF_SUCH = re.compile("[^，。；]{2,}的[^，。；的]{1,8}(?:都|均|全部)")
_ALL_THERE_IS = re.compile("全部|均已|都已|^(?:在建|既有|已建|现有)")
_IS_WORKED_ON = re.compile("(?:改造|治理|整治|修复|更新|提升|加装|修缮|加固)(?:任务|工作)?$")  # 完成12条|既有生产线改造
_WORK_ALONE = re.compile("(?P<work>改造|治理|整治|修复)(?:任务)?")
_PLACES = re.compile(r"在(?P<places>[^，。；]*?)各(?:新建|建成|建设|打造|布局|设立)$")
# 推进|8.5万亩|高标准农田建设: what is worked over is measured as things are counted
_WORKED_OVER = re.compile(
    r"[^，。；]{0,12}(?:农田|造林|绿化|林|草原|湿地|土地|耕地|管网|道路|公路|河道|岸线|建筑|机组|水土流失|小区|棚户区|住房|厂房)[^，。；]{0,6}"
    r"(?:建设|改造|治理|修复|整治|提升|“三改联动”)(?:任务)?"
)
_RATHER_DONE = re.compile("^[日年]|(?:[比率度值数]|建设|改造|治理|整治|修复|培训)$")
_SUBSTANCE = re.compile("(?<=[吨克])(?:标准煤|标煤|二氧化碳|原煤)$")
_OF_SUCH_SIZE = re.compile("圈$|半径|范围|活动|[跑赛]$|的[村户镇乡]")  # 打造|3公里|健身圈
_SHARE_BEHIND = re.compile(
    "(?:率|比例|占比|比重)(?:分别|均)?(?:达到?|为|超过?|提[高升]到|不低于)?$"
)  # 30户以上|自然村通路率达到
_SO_MANY = re.compile("(?:实现|确保|推动|促进)$")  # 实现|90%以上|事项“最多跑一次”
_ACTS = re.compile(rf"{DOES.pattern}|{ACTS}")
# 将建成一批产业园（群）、|10个样板县: the list began with something of no number
_A_LOT = re.compile(
    "(?:建成|建设|打造|培育|形成|创建|新建|引进|推出|布局|实施|发展|壮大|做强|建立)(?:一批|一系列|若干)[^，。；]*[、和及]$"
)
_DOES_LAST = re.compile("(?:实现|达到|具备|拥有|完成|建成)$")
_USES = re.compile("^(?:采用|使用|达到|实现)")


def _is_made(quantity: Quantity, words: str) -> bool:
    """新建|20公里|绿道, 完成|5000亿元|综合交通投资: so much of a thing that has an extent or is a measure itself."""
    return quantity.extent or (aims.measures(words) and not _RATHER_DONE.search(words))


def lessened(quantity: Quantity, said: Statement, words: str) -> Quantity | None:
    """压减|500万吨|炼钢产能: the quantity by which the measure behind it falls, without the substance in its unit."""
    if said.op != "decrease" or said.reached or quantity.share or not aims.measures(words):
        return None
    return quantity._replace(unit=_SUBSTANCE.sub("", quantity.unit))


def substance(quantity: Quantity) -> str:
    """二氧化碳 of 减少|3万吨二氧化碳|排放."""
    found = _SUBSTANCE.search(quantity.unit)
    return found[0] if found else ""


class Counts:
    """Reads what is counted; `counting` says whether the last number of the sentence counted things too."""

    def __init__(self, claims: Claims) -> None:
        self.text, self.claims = claims.text, claims
        self.counting = False
        self.following: list[Quantity] = []  # the next numbers of the sentence
        self.part_end = 0

    def read_counted(
        self, quantity: Quantity, said: Statement, verb: str, start: int, noun: tuple[int, int] | None
    ) -> str | None:
        """建成5个以上特色产业园区; 90%以上的县级机关达到…要求."""
        if noun is None:
            return ""
        words = self.text[slice(*noun)]
        begin = start if verb else quantity.start
        if quantity.share:
            if not (DOES.search(words) or verb or _SO_MANY.search(self.text, begin - 4, begin)):
                return "a share that is no aim"
            if _DOES_LAST.search(words):  # 90%以上|乡镇实现|15分钟上高速
                noun = noun[0], self.part_end
                words = self.text[slice(*noun)]
            indicator = verb + words if verb in ("覆盖", "全面覆盖") else words
            indicator += "" if words.endswith(("比例", "比重", "占比")) else "比例"
            self.claims.claim(quantity, indicator, begin, said, end=noun[1])
            return None
        words = self._worked_on(quantity, words)
        why = self._why_not_counted(quantity, verb, words, noun[1])
        if why:
            return why
        if words.endswith("的") and self.following and self.following[0].share and self.following[0].start == noun[1]:
            return "the whole of a share"  # 完成|318个排污口整治的|80%
        words = unqualified(completed(words, self.text, self.following, self.part_end))
        per = PER_EACH.match(verb)
        name = per["each"] if per else naming_verb(aims.counted_thing(verb))
        self.claims.claim(quantity, name + words, begin, said, end=noun[1])
        self.counting = True
        return None

    def _worked_on(self, quantity: Quantity, words: str) -> str:
        """完成120个老旧小区、3.5万户|改造任务: the work, with what was named before it."""
        joined = self.text[quantity.start - 1] in "、和及" and self.counting
        alone = _WORK_ALONE.fullmatch(words) if joined else None
        return aims.uncounted(self.claims.last.indicator) + alone["work"] if alone and self.claims.last else words

    def _is_counted_behind(self, noun_end: int) -> bool:
        """新建500亩以上|标准化果园|3个: so many of such a size."""
        return bool(self.following) and self.following[0].counts and self.following[0].start == noun_end

    def _why_not_counted(self, quantity: Quantity, verb: str, words: str, noun_end: int) -> str:
        if quantity.extent and (_OF_SUCH_SIZE.search(words) or self._is_counted_behind(noun_end)):
            return "a description"
        made = verb and (_is_made(quantity, words) or _WORKED_OVER.fullmatch(words))
        if not (quantity.counts or made or (quantity.extent and self.counting)):
            return "a description"
        if _PARTS_OF.match(words):
            return "a count of parts"
        if _UNDER_WAY.match(words) or (verb in _FURTHERED and words.endswith("试点")):
            return "a count of what is under way"
        if quantity.after and _OF_SUCH.match(words):
            return "a threshold"
        if quantity.after and _SHARE_BEHIND.search(words):
            return "a threshold"
        if not (verb or self.counting or self._is_listed(quantity) or self._says_what_they_do(quantity, words)):
            return "a count of parts"
        there = _ALL_THERE_IS.search(words) and not (verb.endswith("完成") and _IS_WORKED_ON.search(words))
        return "a count of what there is" if there else ""

    def _is_listed(self, quantity: Quantity) -> bool:
        return _A_LOT.search(self.text, self.claims.part(quantity.start)[0], quantity.start) is not None

    def _says_what_they_do(self, quantity: Quantity, words: str) -> bool:
        """在|30个以上|乡镇开展试点; 到2027年，|10个以上|产品进入国际市场."""
        if self.text[quantity.start - 1] == "在":
            return DOES.search(words) is not None
        phrase = self.claims.scope.at(quantity.start)
        told = quantity.after in UP or "得以" in words  # 10种农药|得以淘汰
        return bool(phrase and phrase.explicit and told) and _ACTS.search(words) is not None

    def read_object(
        self, quantity: Quantity, said: Statement, subject: str, start: int, noun: tuple[int, int]
    ) -> str | None:
        """在全市建设10个示范点: verb and place before the number, the thing behind it."""
        words = unqualified(self.text[slice(*noun)])
        if _WORKED_OVER.fullmatch(words) and not quantity.counts:
            self.claims.claim(quantity, aims.uncounted(subject) + words, start, said, end=noun[1])
            return None
        if not (quantity.counts or quantity.extent):
            return "a description"
        goes_on = bool(self.following) and self.following[0].start == noun[1] and _DOES_LAST.search(words) is not None
        if _UNDER_WAY.match(words):
            return "a count of what is under way"
        if _PARTS_OF.match(words) or _ALL_THERE_IS.search(words) or goes_on:  # 甲路、乙路等12条|道路达到|100%
            return "a count of parts"
        listed = subject.count("、") + 1
        if listed > 1 and listed == quantity.value:
            return "a count of what is listed"
        places = _PLACES.search(subject)
        per = PER_EACH.match(subject)
        whose = per["each"] if per else "" if quantity.counts else aims.owner_of_work(subject)
        for name in re.split("、|和", places["places"]) if places else [whose]:
            self.claims.claim(quantity, name + words, start, said, end=noun[1])
        self.counting = True
        return None

    def claim_share(self, quantity: Quantity, said: Statement, subject: str, start: int, noun: tuple[int, int]) -> None:
        """新增和更新的公交车80%以上采用新能源: a share of the subject does what follows."""
        what = _USES.sub("中", self.text[slice(*noun)])
        self.claims.claim(quantity, f"{subject}{what}比例", start, said, end=noun[1])
