"""The page in a real browser. The `show` fixture fails a test on any request, console error or dialog."""

from __future__ import annotations

import pytest
from tests.render.reader import drawn, find, panel, visible

from policygraph.render import of_plan, page

PLAN = "plan:云岭市减污降碳实施方案"


@pytest.fixture
def tab(show, plan):
    return show(page(of_plan([plan], PLAN)))


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
    assert "第3页" in panel(tab)
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
    assert drawn(tab, "云岭市生态环境局")
