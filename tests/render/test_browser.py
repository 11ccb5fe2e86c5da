"""The page in a real browser. The `show` fixture fails a test on any request, console error or dialog."""

from __future__ import annotations

from collections import defaultdict

import pytest

from policygraph.graph import Node, Relationship
from policygraph.render import around, department_network, of_plan, of_result, of_two_plans, page

PLAN = "plan:云岭市减污降碳实施方案"
DRAFT = "plan:云岭市节能方案(征求意见稿)"
HOSTILE = "<script>alert(1)</script></script><!--<img src=x onerror=alert(2)>\"'`\u2028\u2029&amp;"


@pytest.fixture
def tab(show, plan):
    return show(page(of_plan([plan], PLAN)))


def find(tab, words):
    tab.fill("#search", words)
    tab.press("#search", "Enter")


def panel(tab):
    return tab.inner_text("#panel")


def visible(tab):
    """How many nodes the page says it shows."""
    return int(tab.inner_text("#count").split("可见 ")[1].split()[0])


def drawn(tab, label):
    """Where the export puts the label, as a share of the picture: proof that it is drawn."""
    return tab.evaluate(
        "label => [...document.querySelectorAll('#paper text')].some(t => t.textContent === label)", label
    )


def test_it_opens_with_title_date_and_legend(tab):
    assert tab.inner_text("h1") == "云岭市减污降碳实施方案"
    assert "2023-05-06" in tab.inner_text("#note")
    assert "部门 Department" in " ".join(tab.inner_text("#kinds").split())
    assert "牵头 leads" in " ".join(tab.inner_text("#types").split())
    assert visible(tab) == 13


def test_a_company_found_by_its_alias_shows_its_project_clause_and_quote(tab):
    find(tab, "云钢")
    assert tab.inner_text("#panel h2") == "云岭钢铁有限公司"
    assert "云岭钢铁有限公司烧结机改造" in panel(tab)
    assert "二/1 推动钢铁减排" in panel(tab)
    assert "第 3 页" in panel(tab)
    assert tab.inner_text("#panel mark") == "云岭钢铁有限公司完成烧结机改造"
    assert "MATCH (c:Clause)-[r:NAMES]->(p:Project)-[:OWNED_BY]->(k:Company {id: 'company:云岭钢铁有限公司'})" in panel(
        tab
    )


def test_a_clause_tells_who_leads_it(tab):
    find(tab, "推动钢铁")
    headings = tab.locator("#panel h3").all_inner_texts()
    leads = next(turn for turn, each in enumerate(headings) if each.startswith("牵头"))
    beside = tab.locator("#panel h3").nth(leads).locator("xpath=following-sibling::ul[1]")
    assert "云岭市生态环境局" in beside.inner_text()
    assert "工业和信息化" not in beside.inner_text()


def test_a_target_marks_its_own_quote_where_the_line_breaks_too(tab):
    find(tab, "0.8")
    assert tab.inner_text("#panel h2") == "氮氧化物减排量 力争 0.8万吨 (2030)"
    assert tab.locator("#panel mark").all_inner_texts() == ["达\n到0.8万吨"]


def test_search_ignores_width_and_case(tab):
    tab.fill("#search", "云 钢")
    assert tab.locator("#found li").count() == 1


def test_a_click_on_a_node_and_on_a_line_opens_the_panel(tab, plan):
    find(tab, "云岭市生态环境局")
    box = tab.locator("#picture").bounding_box()
    tab.click("#reset")
    find(tab, "云钢")
    tab.mouse.click(
        box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    )  # the search has brought it to the middle
    assert tab.inner_text("#panel h2") == "云岭钢铁有限公司"
    find(tab, "推动钢铁")
    tab.locator("#panel .why").first.click()
    assert "牵头 leads" in " ".join(panel(tab).split())
    assert tab.inner_text("#panel mark") == "市生态环境局"


def test_a_click_on_nothing_closes_the_panel(tab):
    find(tab, "云钢")
    box = tab.locator("#picture").bounding_box()
    tab.mouse.click(box["x"] + 4, box["y"] + 4)
    assert "怎样看这张图" in panel(tab)


def test_kinds_can_be_switched_off_and_search_brings_one_back(tab):
    tab.uncheck("#kinds input[value=Target]")
    assert visible(tab) == 11
    find(tab, "0.8")
    assert visible(tab) == 13
    assert tab.is_checked("#kinds input[value=Target]")


def test_without_a_role_the_bodies_that_bear_only_it_go_too(tab):
    tab.uncheck("#types input[value=SUPPORTS]")
    assert visible(tab) == 11
    tab.check("#types input[value=SUPPORTS]")
    assert visible(tab) == 13


def test_a_year_lists_what_falls_due_in_it(tab):
    tab.select_option("#year", "2030")
    assert tab.locator("#found li").all_inner_texts() == ["氮氧化物减排量 力争 0.8万吨 (2030)"]
    assert visible(tab) == 6  # the target, its indicator and clause, the clause's section and two bodies


def test_plans_can_be_told_apart(show, two_plans):
    tab = show(page(of_two_plans(two_plans, PLAN, DRAFT)))
    before = visible(tab)
    tab.uncheck(f"#plans input[value='{DRAFT}']")
    assert before - visible(tab) == 2  # the draft and its clause; the departments are the other plan's too


def test_focus_hide_expand_and_reset(tab):
    find(tab, "云钢")
    tab.locator("#picture").focus()
    tab.keyboard.press("f")
    assert visible(tab) == 2
    tab.locator("#panel .row .entry").first.click()
    tab.locator("#picture").focus()
    tab.keyboard.press("e")
    assert visible(tab) == 3
    tab.keyboard.press("h")
    assert visible(tab) == 2
    tab.keyboard.press("Escape")
    assert visible(tab) == 13


def test_it_can_be_walked_by_keyboard_alone(tab):
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") == "search"
    tab.keyboard.type("推动钢铁")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    assert "推动钢铁减排" in tab.inner_text("#panel h2")
    tab.locator("#picture").focus()
    tab.keyboard.press("ArrowLeft")
    assert "推动钢铁减排" not in tab.inner_text("#panel h2")
    assert tab.inner_text("#said")


def test_controls_have_names_for_a_screen_reader(tab):
    unnamed = tab.evaluate("""[...document.querySelectorAll('button, input, select, [role=application]')].filter(e =>
        !(e.textContent.trim() || e.getAttribute('aria-label') || [...(e.labels || [])].some(l => l.innerText)))
        .map(e => e.outerHTML)""")
    assert unnamed == []
    assert "关系图" in tab.get_attribute("#picture", "aria-label")


@pytest.mark.parametrize(("button", "begins"), [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_the_picture_can_be_saved(tab, tmp_path, button, begins):
    with tab.expect_download() as download:
        tab.click(f"#{button}")
    path = tmp_path / "saved"
    download.value.save_as(path)
    assert path.read_bytes().startswith(begins)
    assert download.value.suggested_filename == f"云岭市减污降碳实施方案.{button}"


def test_print_shows_title_picture_and_legend_and_no_controls(tab):
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    assert tab.is_visible("#paper svg")
    assert not tab.is_visible("nav")
    assert drawn(tab, "云岭市减污降碳实施方案")
    assert drawn(tab, "部门 Department")
    assert drawn(tab, "市生态环境局")


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


def test_the_whole_picture_is_in_the_window_however_large_it_is(show):
    nodes = [Node("Place", f"place:{n}", {"name": f"地点{n}"}) for n in range(900)]
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
