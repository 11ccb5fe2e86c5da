"""Conflict strips: the two values of each conflict on one axis, 60% of the one plan and ≥75% of the other.

A bar beside a mark is what a least or a most leaves open: ≥75% reaches from its mark to the end of the axis.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policygraph.render.svg import PALE, framed, safe, text, wide

_WIDTH = 860.0
_LEFT = 60.0
_RIGHT = 800.0
_HEIGHT = 128.0
_COLORS = ("#0072b2", "#d55e00")


@dataclass(frozen=True, slots=True)
class Side:
    """One plan's value: `value` in the unit that both sides share, `aim` as printed (≥75%), `says` who says so."""

    value: float
    aim: str
    op: str
    says: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A conflict: what both sides measure, where and when, and the two sides."""

    what: str
    first: Side
    second: Side
    percent: bool = False


def conflict_strips(strips: Sequence[Strip], *, title: str = "目标冲突 Conflicts") -> str:
    """One axis per conflict, in the order given; shares run from 0 to 100, anything else from 0 to beyond the larger."""
    if not strips:
        return framed(420, 90, title, [text(210, 62, "没有冲突 no conflict", size=16, fill=PALE, anchor="middle")])
    parts = [f'<g transform="translate(0 {44 + turn * _HEIGHT:.0f})">{_strip(each)}</g>'
             for turn, each in enumerate(strips)]  # fmt: skip
    return framed(_WIDTH, 50 + len(strips) * _HEIGHT, title, parts)


def _strip(strip: Strip) -> str:
    sides = (strip.first, strip.second)
    low, high = _ends([side.value for side in sides], percent=strip.percent)
    parts = [text(_LEFT, 16, strip.what, bold=True), _axis(low, high, strip)]
    places = [_LEFT + (side.value - low) / (high - low) * (_RIGHT - _LEFT) for side in sides]
    gap = f'<line x1="{min(places):.1f}" x2="{max(places):.1f}" y1="54" y2="54" stroke="#c0392b" stroke-width="3"/>'
    parts.append(gap if places[0] != places[1] else "")
    for turn, (side, x) in enumerate(zip(sides, places, strict=True)):
        parts.append(_mark(side, x, turn))
        parts.append(_legend(side, turn))
    return "".join(parts)


def _ends(values: Sequence[float], *, percent: bool) -> tuple[float, float]:
    """Where the axis begins and ends; a fall against a rise has zero between them."""
    low, high = min(0.0, *values), max(0.0, *values)
    if percent and low >= 0 and high <= 100:
        return 0.0, 100.0
    if low == high:
        return 0.0, 1.0
    room = (high - low) * 0.12
    return (low - room if low < 0 else 0.0), (high + room if high > 0 else 0.0)


def _axis(low: float, high: float, strip: Strip) -> str:
    line = f'<line x1="{_LEFT}" x2="{_RIGHT}" y1="54" y2="54" stroke="#9aa3ad" stroke-width="1.5"/>'
    zero = _LEFT - low / (high - low) * (_RIGHT - _LEFT)
    tick = f'<line x1="{zero:.1f}" x2="{zero:.1f}" y1="48" y2="60" stroke="#9aa3ad" stroke-width="1.5"/>'
    ends = text(_RIGHT + 6, 58, "100%", size=11, fill=PALE) if strip.percent and high == 100.0 else ""
    return line + tick + text(zero, 73, "0", size=11, fill=PALE, anchor="middle") + ends


def _mark(side: Side, x: float, turn: int) -> str:
    """A dot with its value above for the first plan, a diamond with its value below for the second."""
    color, y = _COLORS[turn], 36.0 if turn == 0 else 80.0
    beyond = {"ge": _RIGHT, "le": _LEFT}.get(side.op)
    bar = ""
    if beyond is not None:
        at = 50.0 if turn == 0 else 54.0
        bar = f'<rect x="{min(x, beyond):.1f}" y="{at}" width="{abs(beyond - x):.1f}" height="4" fill="{color}" opacity=".45"/>'
    half = wide(side.aim, 13) / 2
    words = text(min(max(x, half + 2), _WIDTH - half - 2), y, side.aim, fill=color, anchor="middle", bold=True)
    return f"<g><title>{safe(side.says)}: {safe(side.aim)}</title>{bar}{_sign(x, 54, turn)}{words}</g>"


def _sign(x: float, y: float, turn: int) -> str:
    if turn == 0:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6" fill="{_COLORS[0]}"/>'
    return f'<path d="M{x:.1f} {y - 7.5:.1f}l7.5 7.5-7.5 7.5-7.5-7.5z" fill="{_COLORS[1]}"/>'


def _legend(side: Side, turn: int) -> str:
    y = 94.0 + 17 * turn
    return _sign(_LEFT + 6, y - 4, turn) + text(_LEFT + 20, y, side.says, size=12)
