"""Which chart stands beside which table: bars beside the tasks of departments, strips beside the conflicts.

城市生活垃圾资源化利用率 60% and 70% become one strip with two marks. Bars and timeline need the extra `charts`; where it is
not installed they are left out, since the tables say the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from policygraph.audit.report import Report, Table
from policygraph.audit.values import aim
from policygraph.audit.words import shown, word
from policygraph.lexicon.units import in_base_unit
from policygraph.locus import Lang

STRIPS = 40  # strips drawn; the table has all conflicts


def figures(report: Report, table: Table, lang: Lang) -> Iterator[str]:
    """The charts of one table of a report, as SVG; most tables have none."""
    if table.name == "departments":
        yield from _bars(report, lang)
    elif table.name == "by_deadline":
        yield from _timeline(report, lang)
    elif table.name == "by_sector":
        yield from _heat_maps(report, table)
    elif table.name == "conflicts":
        yield from _strips(table, lang)


def _bars(report: Report, lang: Lang) -> Iterator[str]:
    try:
        from policygraph.render.charts import workload_bars
    except ImportError:
        return
    if report.bars:
        yield workload_bars(report.bars, title=word("audits", report.audit, lang))


def _timeline(report: Report, lang: Lang) -> Iterator[str]:
    try:
        from policygraph.render.charts import targets_timeline
    except ImportError:
        return
    if report.years:
        yield targets_timeline(report.years, title=word("tables", "by_deadline", lang))


def _heat_maps(report: Report, table: Table) -> Iterator[str]:
    """One per plan, since headings are a plan's own: its charted departments, the busiest first, in its own themes."""
    from policygraph.render.heat import heat_map

    plans: defaultdict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for row in _rows(table):
        plans[row["plan"]].append((row["department"], row["sector"], row["tasks"]))
    for plan, rows in plans.items():
        total: Counter[str] = Counter()
        for department, _, tasks in rows:
            total[department] += tasks
        place = {department: at for at, (department, _) in enumerate(total.most_common(len(report.bars)))}
        themes = {theme: at for at, theme in enumerate(dict.fromkeys(theme for _, theme, _ in rows))}
        busiest = [row for row in rows if row[0] in place]
        yield heat_map(sorted(busiest, key=lambda row: place[row[0]]), title=plan, themes=list(themes))


def _strips(table: Table, lang: Lang) -> Iterator[str]:
    from policygraph.render.strips import Side, Strip, conflict_strips

    strips = []
    for row in _rows(table)[:STRIPS]:
        (first, second), unit = _values(row)
        names = dict.fromkeys((row["indicator_a"], row["indicator_b"]))
        what = "　".join(
            filter(None, (" / ".join(names), row["region"], str(row["year"] or ""), shown("kind", row["kind"], lang)))
        )
        sides = [
            Side(value, _aim(row, letter), row[f"op_{letter}"], _says(row, letter))
            for letter, value in (("a", first), ("b", second))
        ]
        strips.append(Strip(what, sides[0], sides[1], percent=unit == "%"))
    if strips:
        yield conflict_strips(strips, title=word("tables", "conflicts", lang))


def _values(row: Mapping[str, Any]) -> tuple[tuple[float, float], str]:
    """Both values in one unit; where one side wants a fall and the other a rise, the fall is below zero."""
    held = [(row[f"value_{letter}"], row[f"unit_{letter}"]) for letter in "ab"]
    based = [in_base_unit(*pair) for pair in held]
    values, unit = [value for value, _ in held], str(held[0][1])
    if based[0] and based[1] and held[0][1] != held[1][1]:
        values, unit = [based[0].value, based[1].value], based[0].unit
    if {row["op_a"], row["op_b"]} == {"decrease", "increase"}:
        values = [
            -value if row[f"op_{letter}"] == "decrease" else value for letter, value in zip("ab", values, strict=True)
        ]
    return (values[0], values[1]), unit


def _says(row: Mapping[str, Any], letter: str) -> str:
    return f"{row[f'plan_{letter}']} {row[f'number_{letter}'] or ''}".strip()


def _aim(row: Mapping[str, Any], letter: str) -> str:
    return aim(*(row[f"{part}_{letter}"] for part in ("op", "value", "value_to", "unit")))


def _rows(table: Table) -> list[dict[str, Any]]:
    return [dict(zip(table.columns, row.cells, strict=True)) for row in table.rows]
