"""Pictures of each sort in a real browser, names that attack it among them."""

from __future__ import annotations

from collections import defaultdict

import pytest
from tests.render.reader import find, panel, visible

from policygraph.graph import Node, Relationship
from policygraph.render import around, department_network, of_plan, of_result, of_two_plans, page

PLAN = "plan:云岭市减污降碳实施方案"
DRAFT = "plan:云岭市节能方案(征求意见稿)"
HOSTILE = "<script>alert(1)</script></script><!--<img src=x onerror=alert(2)>\"'`\u2028\u2029&amp;"


def test_in_a_notebook_the_picture_works_in_its_frame(show_html, plan):
    tab = show_html("<p>笔记本</p>" + of_plan([plan], PLAN)._repr_html_())
    frame = tab.frame_locator("iframe")
    frame.locator("#search").fill("云钢")
    frame.locator("#search").press("Enter")
    assert frame.locator("#panel h2").inner_text() == "云岭钢铁有限公司"


def test_plans_can_be_told_apart(show, two_plans):
    tab = show(page(of_two_plans(two_plans, PLAN, DRAFT)))
    before = visible(tab)
    tab.uncheck(f"#plans input[value='{DRAFT}']")
    assert before - visible(tab) == 2  # the draft and its clause; the departments are the other plan's too


def test_hostile_names_stay_text(show):
    names = ["Plan", "Department", "Company", "Document"]
    nodes = [
        Node(label, f"{label}:{HOSTILE}", {"name": HOSTILE, "title": HOSTILE, "aliases": [HOSTILE]}) for label in names
    ]
    clause = Node(
        "Clause", f"clause:{HOSTILE}", {"plan": nodes[0].id, "title": HOSTILE, "text": f"前{HOSTILE}后", "start": 0}
    )
    held = {
        "id": HOSTILE,
        "plan": nodes[0].id,
        "clause": clause.id,
        "quote": HOSTILE,
        "surface": HOSTILE,
        "start": 1,
        "end": 9,
    }
    tie = Relationship("LEADS", ("Department", nodes[1].id), ("Clause", clause.id), held)
    tab = show(page(of_result([*nodes, clause], [tie], HOSTILE, note=HOSTILE)))
    assert tab.text_content("h1") == HOSTILE
    assert tab.title().startswith("<script>alert(1)")
    for label in names:
        find(tab, "<script>")
        tab.locator("#found .entry").nth(names.index(label)).click()
    find(tab, "<script>")
    tab.locator("#found .entry", has=tab.locator("rect")).first.click()
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    tab.locator("#picture").hover()
    assert (
        tab.evaluate(
            "document.querySelectorAll('#panel img, #panel script, #found img, #paper script, nav script').length"
        )
        == 0
    )


def test_the_quote_in_a_hostile_clause_is_marked_as_text(show):
    clause = Node("Clause", "clause:x", {"title": "题", "text": f"前{HOSTILE}后", "start": 0})
    body = Node("Department", "department:x", {"name": "市水务局"})
    held = {"clause": clause.id, "quote": HOSTILE, "start": 1, "end": 9}
    tab = show(
        page(
            of_result(
                [clause, body], [Relationship("LEADS", ("Department", body.id), ("Clause", clause.id), held)], "题"
            )
        )
    )
    find(tab, "题")
    assert "".join(tab.text_content("#panel mark").split()) == "".join(HOSTILE.split())


def test_around_an_entity_its_panel_is_open(show, plan):
    tab = show(page(around([plan], "department:云岭市/生态环境局", 2)))
    assert tab.inner_text("#panel h2") == "云岭市生态环境局"


def test_the_department_network_shows_the_clauses_behind_a_line(show, two_plans):
    tab = show(page(department_network(two_plans)))
    find(tab, "生态环境局")
    tab.locator("#panel .why").first.click()
    assert "推动钢铁减排" in panel(tab)
    assert "开展节能诊断" in panel(tab)


def test_a_result_without_its_plan_is_drawn_and_can_be_filtered(show, plan):
    found = [node for node in plan.nodes if node.label in ("Department", "Clause")]
    tab = show(page(of_result(found, plan.relationships, "结果")))
    assert visible(tab) == 5


@pytest.mark.parametrize("name", ["地点{}", "贵安新区高端装备制造产业园{}"])
def test_the_whole_picture_is_in_the_window_however_large_it_is(show, name):
    nodes = [Node("Place", f"place:{n}", {"name": name.format(n)}) for n in range(900)]
    tab = show(page(of_result(nodes, [], "许多")))
    tab.keyboard.press("0")
    edge, inside = tab.evaluate("""() => {
        const canvas = document.querySelector('#picture canvas');
        const [w, h] = [canvas.width, canvas.height];
        const ink = canvas.getContext('2d').getImageData(0, 0, w, h).data;
        let [edge, inside] = [false, false];
        for (let at = 3; at < ink.length; at += 4) {
            const [x, y] = [((at - 3) / 4) % w, Math.floor((at - 3) / 4 / w)];
            if (ink[at]) inside = true;
            if (ink[at] && (x < 4 || y < 4 || x >= w - 4 || y >= h - 4)) edge = true;
        }
        return [edge, inside];
    }""")
    assert inside
    assert not edge


def test_an_empty_picture_opens(show):
    tab = show(page(of_result([], [], "空")))
    assert visible(tab) == 0


def test_two_thousand_nodes_open_and_answer(show):
    rows = defaultdict(list)
    nodes = [Node("Plan", "plan:大", {"title": "大方案", "jurisdiction": "云岭市"})]
    for n in range(300):
        nodes.append(Node("Clause", f"clause:{n}", {"plan": "plan:大", "number": str(n), "title": f"任务{n}"}))
        rows["PART_OF"].append((("Clause", f"clause:{n}"), ("Plan", "plan:大")))
    for n in range(100):
        nodes.append(Node("Department", f"department:{n}", {"name": f"第{n}局"}))
        rows["SUPPORTS"] += [
            (("Department", f"department:{n}"), ("Clause", f"clause:{(n * 7 + k * 13) % 300}")) for k in range(20)
        ]
    for n in range(1599):
        nodes.append(Node("Company", f"company:{n}", {"name": f"企业{n}"}))
        rows["MENTIONS"].append((("Clause", f"clause:{n % 300}"), ("Company", f"company:{n}")))
    ties = [
        Relationship(type_, *ends, {"id": f"{type_}{n}", "plan": "plan:大"})
        for type_, all_ in rows.items()
        for n, ends in enumerate(all_)
    ]
    tab = show(page(of_result(nodes, ties, "大方案")))
    assert visible(tab) == 2000
    find(tab, "企业1598")
    assert tab.inner_text("#panel h2") == "企业1598"
