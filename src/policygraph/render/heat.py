"""The heat map department × theme: 市生态环境局 has 7 tasks under 加强源头防控 and 3 under 突出重点领域.

A theme is the title of a top heading. The darker a field, the more tasks; every field prints its number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from policygraph.render.svg import INK, PALE, framed, safe, text, wide, wrapped

_FIELD = 88.0
_ROW = 24.0
_HEAD = 20.0
_PALEST = (232, 238, 244)
_DARKEST = (11, 72, 122)


def heat_map(
    rows: Iterable[tuple[str, str, int]], *, title: str = "部门 × 主题 Departments by theme", themes: Sequence[str] = ()
) -> str:
    """One row per department and one column per theme; `rows` are (department, theme, tasks).

    Departments stand in their order of first use, and so do themes that `themes` doesn't put in order.
    """
    tasks: Counter[tuple[str, str]] = Counter()
    for department, theme, count in rows:
        tasks[department, theme] += count
    if not tasks:
        return framed(420, 90, title, [text(210, 62, "无数据 no data", size=16, fill=PALE, anchor="middle")])
    departments = list(dict.fromkeys(department for department, _ in tasks))
    used = dict.fromkeys(theme for _, theme in tasks)
    themes = [*(theme for theme in themes if theme in used), *(theme for theme in used if theme not in themes)]
    heads = [wrapped(theme or "不在章节内", 6, 4) for theme in themes]
    left = max(wide(name) for name in departments) + 20
    top = 46 + max(map(len, heads)) * 16
    parts = [_heading(lines, left + turn * _FIELD, top, theme)
             for turn, (lines, theme) in enumerate(zip(heads, themes, strict=True))]  # fmt: skip
    most = max(tasks.values())
    for turn, department in enumerate(departments):
        y = top + turn * _ROW
        parts.append(text(left - 8, y + 17, department, anchor="end"))
        for place, theme in enumerate(themes):
            parts.append(_field(left + place * _FIELD, y, tasks[department, theme], most, f"{department} × {theme}"))
    return framed(left + len(themes) * _FIELD + _HEAD, top + len(departments) * _ROW + 14, title, parts)


def _heading(lines: list[str], x: float, bottom: float, theme: str) -> str:
    first = bottom - 8 - 16 * (len(lines) - 1)
    words = "".join(
        text(x + _FIELD / 2, first + 16 * turn, line, anchor="middle", fill=PALE) for turn, line in enumerate(lines)
    )
    return f"<g><title>{safe(theme)}</title>{words}</g>"


def _field(x: float, y: float, count: int, most: int, said: str) -> str:
    share = count / most
    color = "#{:02x}{:02x}{:02x}".format(
        *(round(pale + (dark - pale) * share) for pale, dark in zip(_PALEST, _DARKEST, strict=True))
    )
    box = f'<rect x="{x + 1:.1f}" y="{y + 1:.1f}" width="{_FIELD - 2:.0f}" height="{_ROW - 2:.0f}" rx="2" '
    if not count:
        return box + 'fill="#f6f8fa"/>'
    number = text(x + _FIELD / 2, y + 16.5, str(count), size=12, anchor="middle", fill="#fff" if share > 0.6 else INK)
    return f'<g><title>{safe(said)}: {count}</title>{box}fill="{color}"/>{number}</g>'
