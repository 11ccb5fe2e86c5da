"""A made-up city, 云岭市, with two small plans; and a browser that tells of each request and each complaint."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from policygraph.graph import Graph, Node, Relationship, Value

CHROMIUM = Path("/usr/bin/chromium")
PLAN = "plan:云岭市减污降碳实施方案"
DRAFT = "plan:云岭市节能方案(征求意见稿)"
TEXT = (
    "1.推动钢铁减排。到2025年，云岭钢铁有限公司完成烧结机改造，氮氧化物减排量达到0.5万吨，力争2030年达\n"
    "到0.8万吨。（市生态环境局牵头，市工业和信息化局配合）"
)

ECOLOGY = ("Department", "department:云岭市/生态环境局")
INDUSTRY = ("Department", "department:云岭市/工业和信息化局")
EVERYBODY = ("Department", "department:云岭市/各有关部门")
STEEL = ("Company", "company:云岭钢铁有限公司")


class _City:
    """Writes down nodes and relationships as `policygraph.graph.build` would."""

    def __init__(self, plan: str) -> None:
        self.plan, self.nodes, self.ties = plan, [], []

    def node(self, label: str, id_: str, **properties: Value) -> tuple[str, str]:
        self.nodes.append(Node(label, id_, properties))
        return label, id_

    def tie(
        self, type_: str, start: tuple[str, str], end: tuple[str, str], properties: dict[str, Value] | None = None
    ) -> None:
        own = {"id": f"{self.plan}|{type_}|{start[1]}|{end[1]}|{len(self.ties)}", "plan": self.plan}
        self.ties.append(Relationship(type_, start, end, {**own, **(properties or {})}))

    def duty(self, type_: str, body: tuple[str, str], clause: tuple[str, str], surface: str) -> None:
        held = {"surface": surface, "position": 0, "clause": clause[1], "quote": surface, "start": 60, "end": 66}
        self.tie(type_, body, clause, held)

    def department(self, key: tuple[str, str], name: str, *, collective: bool = False) -> tuple[str, str]:
        return self.node(*key, name=name, jurisdiction="云岭市", collective=collective)

    def clause(self, key: str, path: str, number: str, title: str, text: str) -> tuple[str, str]:
        where = {"start": 10, "end": 10 + len(text), "page": 3, "position": 1}
        return self.node("Clause", f"clause:{self.plan[5:]}/{key}", plan=self.plan, number=number, path=path,
                         title=title, kind="measure", text=text, **where)  # fmt: skip

    def graph(self) -> Graph:
        return Graph(self.plan, tuple(self.nodes), tuple(self.ties))


def _plan() -> Graph:
    city = _City(PLAN)
    whole = city.node("Plan", PLAN, title="云岭市减污降碳实施方案", status="issued", jurisdiction="云岭市",
                      issued_on=datetime.date(2023, 5, 6), document_number="云环〔2023〕6号")  # fmt: skip
    section = city.node("Section", f"section:{PLAN[5:]}/二", plan=PLAN, number="二", title="重点任务", position=0)
    city.tie("PART_OF", section, whole)
    steel = city.clause("二/1", "二", "1", "推动钢铁减排", TEXT)
    water = city.clause("二/2", "二", "2", "治理工业废水", "2.治理工业废水。（市生态环境局负责，各有关部门配合）")
    for clause in (steel, water):
        city.tie("PART_OF", clause, section)
    ecology = city.department(ECOLOGY, "云岭市生态环境局")
    industry = city.department(INDUSTRY, "云岭市工业和信息化局")
    everybody = city.department(EVERYBODY, "云岭市各有关部门", collective=True)
    city.duty("LEADS", ecology, steel, "市生态环境局")
    city.duty("SUPPORTS", industry, steel, "市工业和信息化局")
    city.duty("RESPONSIBLE_FOR", ecology, water, "市生态环境局")
    city.duty("SUPPORTS", everybody, water, "各有关部门")
    indicator = city.node("Indicator", "indicator:氮氧化物减排量", name="氮氧化物减排量")
    for value, year, stance in ((0.5, 2025, "firm"), (0.8, 2030, "aspire")):
        quote = f"达到{value}万吨"
        target = city.node("Target", f"target:{PLAN[5:]}/{year}", plan=PLAN, indicator="氮氧化物减排量",
                           op="eq", value=value, unit="万吨", year=year, stance=stance, clause=steel[1],
                           quote=quote, start=50, end=57)  # fmt: skip
        city.tie("SETS", steel, target)
        city.tie("MEASURES", target, indicator)
    project = city.node("Project", "project:烧结机改造", name="云岭钢铁有限公司烧结机改造")
    held: dict[str, Value] = {"clause": steel[1], "quote": "云岭钢铁有限公司完成烧结机改造", "start": 27, "end": 42}
    city.tie("NAMES", steel, project, held)
    city.tie("OWNED_BY", project, city.node(*STEEL, name="云岭钢铁有限公司", kind="company", aliases=["云钢"]))
    region = city.node("Region", "region:云岭市", name="云岭市", code="999900", level="city")
    city.tie("COVERS", whole, region)
    city.ties += [Relationship("SERVES", body, region, {}) for body in (ecology, industry, everybody)]
    return city.graph()


def _draft() -> Graph:
    city = _City(DRAFT)
    whole = city.node("Plan", DRAFT, title="云岭市节能方案（征求意见稿）", status="draft", jurisdiction="云岭市")
    clause = city.clause(
        "一/1", "一", "1", "开展节能诊断", "1.开展节能诊断。（市工业和信息化局牵头，市生态环境局配合）"
    )
    city.tie("PART_OF", clause, whole)
    city.duty("LEADS", city.department(INDUSTRY, "云岭市工业和信息化局"), clause, "市工业和信息化局")
    city.duty("SUPPORTS", city.department(ECOLOGY, "云岭市生态环境局"), clause, "市生态环境局")
    return city.graph()


@pytest.fixture
def plan() -> Graph:
    return _plan()


@pytest.fixture
def two_plans() -> list[Graph]:
    return [_plan(), _draft()]


@pytest.fixture(scope="session")
def browser():
    if not CHROMIUM.exists() and os.environ.get("CI") != "true":
        pytest.skip("no /usr/bin/chromium here: apt-get install chromium fonts-noto-cjk")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield launched
        launched.close()


@pytest.fixture
def show_html(browser, tmp_path, request) -> Iterator[Callable]:
    """Opens HTML from a file; at the end nothing may have been requested or complained of.

    Where POLICYGRAPH_SCREENSHOTS names a folder, what the test left on the screen is kept there.
    """
    complaints: list[str] = []
    tab = browser.new_page(viewport={"width": 1400, "height": 900})
    tab.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
    tab.on(
        "request",
        lambda request: (
            complaints.append(request.url)
            if not request.url.startswith(("file:", "data:", "blob:", "about:"))
            else None
        ),
    )

    def opened(html: str):
        path = tmp_path / "picture.html"
        path.write_text(html, "utf-8")
        tab.goto(path.as_uri())
        return tab

    yield opened
    keep(tab, request.node.name)
    tab.close()
    assert complaints == []


@pytest.fixture
def show(show_html) -> Callable:
    """Opens the text of a picture's page."""

    def opened(html: str):
        tab = show_html(html)
        tab.wait_for_selector("#picture canvas")
        return tab

    return opened


def keep(tab, name: str) -> None:
    folder = os.environ.get("POLICYGRAPH_SCREENSHOTS")
    if folder:
        tab.screenshot(path=Path(folder) / f"{re.sub(r'[^A-Za-z0-9]+', '-', name).strip('-')}.png")
