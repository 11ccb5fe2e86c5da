"""What the finder of targets hands on: targets as printed, and the other numbers with the reason why each is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from policygraph.model import Operator, Stance


class TargetMention(NamedTuple):
    """A target as printed: offsets are those of the clean text, [start, end) from the indicator to the value."""

    start: int
    end: int
    indicator: str
    op: Operator
    value: float
    value_to: float | None
    unit: str
    year: int | None
    baseline_year: int | None
    stance: Stance
    approximate: bool


@dataclass(frozen=True, slots=True)
class SetAside:
    """A number with a unit that is no target, and the rule that says so (or None: left over)."""

    start: int
    end: int
    why: str | None


@dataclass(slots=True)
class Reading:
    """All quantities of a clause: the targets, and the rest with the reason why each is none."""

    targets: list[TargetMention] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a clause brings along: whether it stands under a heading of aims, the plan's own year, the clause's deadline,
    the last year of the period in the plan's title (2024—2026年), by which 三年新增 is due, and the year by which aims are
    due where their sentence stands before any year.

    `barred` are stretches that hold duty lists and no numbers of the plan's.
    """

    aims: bool = False
    issued: int | None = None
    deadline: int | None = None
    barred: tuple[tuple[int, int], ...] = ()
    last_year: int | None = None
    aims_by: int | None = None
