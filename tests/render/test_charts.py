import importlib.metadata
import re
import sys
import xml.etree.ElementTree as ET

from policygraph.render.charts import targets_timeline, workload_bars

BODIES = [("云岭市生态环境局", {"lead": 9, "support": 3}), ("云岭市水务局", {"responsible": 4})]


def words(svg):
    return " ".join(ET.fromstring(svg).itertext())


def test_a_bar_names_its_department_and_its_tasks():
    said = words(workload_bars(BODIES))
    for each in ("云岭市生态环境局", "云岭市水务局", "牵头 leads", "9", "4"):
        assert each in said


def test_departments_are_drawn_in_the_order_given():
    svg = workload_bars(BODIES)
    tops = {
        text.text: float(text.get("y"))
        for text in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
        if text.text and "云岭" in text.text
    }
    assert tops["云岭市生态环境局"] < tops["云岭市水务局"]


def test_long_chinese_names_are_not_cut_off(show_html):
    tab = show_html(workload_bars([("云岭市经济技术开发区管理委员会办公室", {"lead": 1}), ("甲", {"support": 30})]))
    left = tab.evaluate("""Math.min(...[...document.querySelectorAll('text')].map(t => t.getBoundingClientRect().left))
        - document.querySelector('svg').getBoundingClientRect().left""")
    assert left >= 0


def test_a_layer_too_thin_for_its_number_goes_without_and_the_total_stands_under_the_column():
    svg = targets_timeline([*[(2025, "firm")] * 100, (2025, "aspire"), (2030, "firm")])
    said = [text.text for text in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text") if text.text]
    assert {"100", "2025 · 101", "2030 · 1"} <= set(said)
    assert "1" not in said


def test_years_without_a_target_leave_a_gap():
    said = words(targets_timeline([(2025, "firm"), (2025, "aspire"), (2028, "firm"), (None, "firm")]))
    for each in ("2025", "2026", "2027", "2028", "未注明"):
        assert each in said


def test_the_same_rows_give_the_same_bytes():
    assert workload_bars(BODIES) == workload_bars(BODIES)


def test_two_charts_on_one_page_do_not_share_an_id():
    ids = [re.search(r'id="([^"]+)"', svg)[1] for svg in (workload_bars(BODIES), workload_bars(BODIES[:1]))]
    assert ids[0] != ids[1]


def test_no_script_no_date_no_foreign_address_and_names_stay_text():
    svg = workload_bars([("<script>alert(1)</script>", {"lead": 1})])
    assert "<script" not in svg
    assert "<!--" not in svg
    assert set(re.findall(r"https?://[^\"' <]+", svg)) == {"http://www.w3.org/2000/svg"}


def test_no_rows_say_that_there_is_no_data():
    assert "无数据" in words(targets_timeline([]))
    assert "无数据" in words(workload_bars([]))


def test_the_drawing_library_stays_out_of_other_imports():
    assert not [finder for finder in sys.meta_path if type(finder).__module__.startswith("pygal")]
    assert importlib.metadata.version("pygal")  # what else it brought is still there
