"""`ask`: a question in Chinese or English → a named question of the library, its parameters, its rows and a sentence.

哪个部门牵头的任务最多 asks duties/most-leads. No model and no guess: names are found first, each other word has to be one that
`loaders/gazetteers/asking.yml` knows, and together they have to say what one question of the library says. Else the answer
is `unsure`, with the three nearest questions, or `declined`, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from policygraph.ask.catalogue import Catalogue, Entity, catalogue
from policygraph.ask.match import Ambiguous, Fit, fits, nearest, with_words
from policygraph.ask.mentions import Found, Mention, find, strange_indicator
from policygraph.ask.proofs import Evidence
from policygraph.ask.reply import Answer, answered, to_json
from policygraph.ask.words import Reading, folded, read
from policygraph.errors import PolicyGraphError
from policygraph.lexicon.regions import area
from policygraph.questions import filled, worded
from policygraph.stores import Store

__all__ = ["Answer", "Evidence", "ask", "to_json"]

_HAN = re.compile(r"[㐀-鿿]")
_HALF = re.compile("[\ud800-\udfff]")  # what Python makes of a byte that is not UTF-8
MAX_LENGTH = 300
_TOO_LONG = {
    "zh": f"问题太长，请控制在{MAX_LENGTH}字以内",
    "en": f"the question is too long: keep to {MAX_LENGTH} characters",
}
_BEYOND = {
    "cause": ("图谱不记录原因", "the graph holds no causes"),
    "opinion": ("图谱只有原文写明的事实，不作评价", "the graph holds what plans print, and no opinions"),
    "future": ("图谱只有方案写明的内容，不作预测", "the graph holds what plans print, and no forecasts"),
    "fact_outside": ("方案图谱里没有这类信息", "this is not in the graph of plans"),
    "how": ("图谱不回答“怎么做”", "the graph does not say how"),
}
_STRANGERS = {
    "region": ("图谱中没有这个地区", "the graph knows no such region"),
    "department": ("图谱中没有这个部门", "the graph knows no such body"),
    "year": ("没有方案以这一年为期限", "no plan has a deadline in that year"),
    "document": ("图谱中没有这个文件", "the graph knows no such document"),
}  # fmt: skip
# What may be said or not without asking for something else: 提到, 数量, and 方案里 where the plans are the whole scope.
_SPARED = tuple(
    frozenset(each.split()) for each in ("", "tally", "appear", "plan", "appear tally", "plan tally", "appear plan")
)


def ask(store: Store, text: str, *, plan: str | None = None, evidence: bool = False) -> Answer:
    """The answer to `text`. `plan` (id, title, number or a short form) narrows it to one plan; PolicyGraphError if unknown.

    With `evidence` the clauses behind each row come along, each with the row's number.
    """
    if _HALF.search(text + (plan or "")):
        raise PolicyGraphError("the question is not UTF-8: is the terminal set to another encoding?")
    known = catalogue(store)
    chosen = _plan(plan, known) if plan else None
    found = find(text[:MAX_LENGTH], known)
    reading = _ranked(read(found.pieces), found)
    language = "zh" if _HAN.search("".join(found.pieces)) or not re.search("[a-z]", "".join(found.pieces)) else "en"
    refused = _refused(found, reading, language) if len(text) <= MAX_LENGTH else _TOO_LONG[language]
    if refused:
        return _without(text, "declined", refused, found, reading, language)
    mentions = _with_plan(found.mentions, chosen)
    answer = _answer(store, text, reading, found, mentions, known, language, evidence)
    if isinstance(answer, str):
        status = "declined" if reading.unknown else "unsure"
        return _without(text, status, answer, found, reading, language)
    return answer


def _ranked(reading: Reading, found: Found) -> Reading:
    """前五 asks for the most, whether 最多 is said or not."""
    limited = any(mention.kind == "integer" for mention in found.mentions)
    return replace(reading, concepts=reading.concepts | {"most"}) if limited else reading


def _plan(words: str, known: Catalogue) -> Entity:
    """The one loaded plan that `words` name."""
    options = [each for each in known.forms.get(folded(words), ()) if each.kind == "plan"]
    if not options:
        found = find(words if re.search("方案|计划|规划|plan", words) else f"{words}方案", known)
        options = [each for mention in found.mentions for each in mention.options if each.kind == "plan"]
        regions = [each for mention in found.mentions for each in mention.options if each.kind == "region"]
        options = options or [plan for region in regions for plan in known.plans_of(region.id)]
    if len(options) == 1:
        return options[0]
    which = options or known.plans
    reason = f"{words} may mean several plans" if options else f"no loaded plan is called {words}"
    raise PolicyGraphError(f"{reason}: give one of {'; '.join(each.id for each in which[:5])}")


def _with_plan(mentions: Sequence[Mention], chosen: Entity | None) -> list[Mention]:
    """The mentions and the plan chosen beside the question, unless the question itself names it."""
    named = any(option.kind == "plan" for mention in mentions for option in mention.options)
    if chosen is None or named:
        return list(mentions)
    return [*mentions, Mention(chosen.name, (chosen,), "")]


def _refused(found: Found, reading: Reading, language: str) -> str | None:
    """Why no question of the library can answer, if that can be said at once."""
    side = 0 if language == "zh" else 1
    if reading.beyond:
        reason, words = reading.beyond[0]
        return f"{_BEYOND[reason][side]}：{words}" if side == 0 else f"{_BEYOND[reason][side]}: {words}"
    strangers = found.strangers or [("region", each) for each in reading.unknown if len(each) < 16 and area(each)]
    if strangers:
        kind, words = strangers[0]
        return f"{_STRANGERS[kind][side]}：{words}" if side == 0 else f"{_STRANGERS[kind][side]}: {words}"
    return None


def _answer(
    store: Store, text: str, reading: Reading, found: Found, mentions: Sequence[Mention], known: Catalogue, language: str,
    evidence: bool,
) -> Answer | str:  # fmt: skip
    """The answer, or the reason why there is none."""

    def run(fit: Fit) -> Answer:
        parameters = filled(fit.question, fit.given)
        return answered(
            store,
            text,
            fit.question,
            parameters,
            fit.names,
            language=language,
            evidence=evidence,
            plans=len(known.plans),
        )

    if not reading.unknown:
        choice = _choice(reading, mentions, known)
        if isinstance(choice, Fit):
            return run(choice)
        if choice:
            return _ambiguity(choice, language)
    empty = ""
    for around, named in with_words(found.pieces, mentions):
        choice = _choice(around, named, known)
        if isinstance(choice, Fit):
            answer = run(choice)
            if answer.rows:
                return answer
            empty = str(named[-1].value)  # the shortest stretch comes last
    if empty:
        return (
            f"图谱中没有关于“{empty}”的这类记录"
            if language == "zh"
            else f"the graph has nothing of the kind about “{empty}”"
        )
    return _puzzle(reading, mentions, known, language)


def _choice(reading: Reading, mentions: Sequence[Mention], known: Catalogue) -> Fit | Ambiguous | None:
    """The one question that fits, at first with all concepts, then without those that may be said or not."""
    for spared in _SPARED:
        if spared <= reading.concepts and reading.focus not in spared:
            found = fits(replace(reading, concepts=reading.concepts - spared), mentions, known)
            if found:
                return found[0] if len(found) == 1 else None
    return None


def _ambiguity(found: Ambiguous, language: str) -> str:
    names = [each.name if each.kind != "plan" else each.id.partition(":")[2] for each in found.options]
    listed = ("、" if language == "zh" else ", ").join(dict.fromkeys(names))
    return (
        f"“{found.words}”可能指：{listed}。请写明。"
        if language == "zh"
        else f"“{found.words}” may mean {listed}: say which."
    )


def _puzzle(reading: Reading, mentions: Sequence[Mention], known: Catalogue, language: str) -> str:
    """Why the words make no question of the library."""
    zh = language == "zh"
    uncovered = [o.name for m in mentions for o in m.options if o.kind == "region" and not known.plans_of(o.id)]
    strange = next((each for each in reading.unknown if strange_indicator(each)), None)
    if strange:
        return f"没有方案设定这个指标：{strange}" if zh else f"no plan sets this indicator: {strange}"
    if reading.unknown:
        words = ("、" if zh else ", ").join(dict.fromkeys(reading.unknown))
        return (
            f"图谱和问题库都不认识这些词：{words}"
            if zh
            else f"neither the graph nor the questions know these words: {words}"
        )
    if uncovered:
        return f"没有{uncovered[0]}的方案" if zh else f"no plan for {uncovered[0]} is loaded"
    return "问题库中没有完全相符的问题" if zh else "no question of the library says exactly this"


def _without(text: str, status: str, reason: str, found: Found, reading: Reading, language: str) -> Answer:
    near = nearest(reading, found.mentions, folded(text))
    lines = tuple(worded(each.zh if language == "zh" else each.en, {}) for each in near)
    tail = ("相近的问题：" + " / ".join(lines)) if language == "zh" else ("Near: " + " / ".join(lines))
    end = (
        "。"
        if language == "zh" and not reason.endswith("。")
        else "."
        if language == "en" and not reason.endswith(".")
        else ""
    )
    return Answer(text, status, f"{reason}{end}{'' if language == 'zh' else ' '}{tail}", language, nearest=lines)
