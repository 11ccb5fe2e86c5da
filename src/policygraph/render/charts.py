"""Charts for the audits as inline SVG: 市发展改革委 leads 9 tasks and supports 12; 14 targets fall in 2025.

Drawn by pygal: pure Python with nothing compiled, and its text stays text, which a reader can search, copy and hear.
What it adds of its own (a random id, today's date, a script) is taken out again: same rows, same bytes, no request.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from policygraph.render.look import LINES, chinese
from policygraph.render.svg import FONT, INK, PALE
from policygraph.schema import ROLE_TYPES

# On import pygal puts a finder of map plugins before every later import, which warns of it each time: out it goes again.
_FINDERS = list(sys.meta_path)
import pygal  # type: ignore[import-untyped]  # noqa: E402
from pygal.style import Style  # type: ignore[import-untyped]  # noqa: E402

sys.meta_path[:] = [each for each in sys.meta_path if each in _FINDERS or type(each).__module__ != "pygal"]

_STANCES = {
    "firm": ("明确 firm", "#d55e00"),
    "aspire": ("力争 aspire", "#e69f00"),
    "in_principle": ("原则上 in principle", "#8a8a2b"),
}
_BAR = 26
_LABEL = 13
_THIN = 0.07  # of the tallest column: thinner layers have no room for a number


def workload_bars(rows: Iterable[tuple[str, Mapping[str, int]]], *, title: str = "部门任务量 Workload") -> str:
    """One bar per department, its tasks by role; `rows` are (name, {role: number of tasks}), drawn in their order."""
    held = list(rows)
    colors = [LINES[type_].color for type_ in ROLE_TYPES.values()]
    chart = pygal.HorizontalStackedBar(
        style=_style(colors),
        height=130 + _BAR * max(len(held), 3),
        **_common(title),
        margin_left=_missing(name for name, _ in held),
    )
    chart.x_labels = [name for name, _ in reversed(held)]
    for role, type_ in ROLE_TYPES.items():
        name = f"{chinese(type_)} {LINES[type_].english}"
        chart.add(name, [tasks.get(role, 0) or None for _, tasks in reversed(held)])
    return _still(chart)


def targets_timeline(rows: Iterable[tuple[int | None, str]], *, title: str = "目标年份 Targets by year") -> str:
    """How many targets fall in each year, by stance; `rows` are one (year, stance) per target, None where undated.

    Each year's total stands beside it. Years without a target between the first and the last are drawn, as empty: a gap is a finding too.
    """
    counts = Counter(rows)
    dated = [year for year, _ in counts if year is not None]
    years: Sequence[int | None] = [*range(min(dated), max(dated) + 1)] if dated else []
    if any(year is None for year, _ in counts):
        years = [*years, None]
    chart = pygal.StackedBar(
        style=_style([color for _, color in _STANCES.values()]), height=300, show_y_labels=False, **_common(title)
    )
    totals = [sum(counts[(year, stance)] for stance in _STANCES) for year in years]
    names = [str(year) if year is not None else "未注明" for year in years]
    chart.x_labels = [f"{name} · {total}" if total else name for name, total in zip(names, totals, strict=True)]
    least = max(totals, default=0) * _THIN
    for stance, (name, _) in _STANCES.items():
        chart.add(name, [_layer(counts[(year, stance)], least) for year in years])
    return _still(chart)


def _layer(count: int, least: float) -> dict[str, Any] | None:
    """A layer of a column; one too thin for its number goes without, as the column's total stands under it."""
    if not count:
        return None
    return {"value": count, "formatter": lambda value: f"{value:g}" if value >= least else ""}


def _missing(names: Iterable[str]) -> float:
    """Pixels that pygal forgets for the longest name: it takes a Chinese character for as narrow as a Latin letter."""
    return 12 + max((0.45 * _LABEL * sum(ord(sign) > 0x2E7F for sign in name) for name in names), default=0)


def _common(title: str) -> dict[str, Any]:
    return {
        "title": title, "width": 860, "explicit_size": False, "min_scale": 1, "js": (), "disable_xml_declaration": True,
        "legend_at_bottom": True, "legend_at_bottom_columns": 2, "truncate_legend": -1, "truncate_label": -1,
        "show_y_guides": False, "no_data_text": "无数据 no data",
        "print_values": True, "value_formatter": lambda value: f"{value:g}" if value and value % 1 == 0 else "",
    }  # fmt: skip


def _style(colors: Sequence[str]) -> Style:
    return Style(
        background="transparent", plot_background="transparent", foreground=INK, foreground_strong=INK,
        foreground_subtle=PALE, font_family=FONT, colors=tuple(colors), opacity=".92", transition="0",
        guide_stroke_color="transparent", major_guide_stroke_color="transparent", title_font_size=18,
        label_font_size=_LABEL, major_label_font_size=_LABEL, legend_font_size=_LABEL, tooltip_font_size=_LABEL,
        value_font_size=12, no_data_font_size=20,
    )  # fmt: skip


def _still(chart: Any) -> str:
    """The chart as SVG that is always the same: an id made of its content, no other id, no date, no script."""
    chart.uuid = "0"
    svg = str(chart.render(is_unicode=True))
    svg = re.sub(r"<!--.*?-->|<script.*?</script>", "", svg, flags=re.DOTALL)
    svg = re.sub(r' xmlns:xlink="[^"]*"| id="activate-serie-\d+"', "", svg)
    svg = svg.replace("<svg ", f'<svg role="img" aria-label="{escape(chart.config.title)}" ', 1)
    return svg.replace("chart-0", "chart-" + hashlib.sha256(svg.encode()).hexdigest()[:12])
