import xml.etree.ElementTree as ET

from policygraph.render.heat import heat_map

SVG = "{http://www.w3.org/2000/svg}"
ROWS = [
    ("云岭市生态环境局", "加强源头防控", 9),
    ("云岭市生态环境局", "突出重点领域", 1),
    ("云岭市水务局", "突出重点领域", 4),
]


def fields(svg):
    """The colour of each field that has a number, by what it says."""
    groups = [group for group in ET.fromstring(svg).iter(f"{SVG}g") if group.find(f"{SVG}rect") is not None]
    return {group.find(f"{SVG}title").text: group.find(f"{SVG}rect").get("fill") for group in groups}


def darkness(color):
    return -sum(int(color[at : at + 2], 16) for at in (1, 3, 5))


def test_each_field_says_department_theme_and_tasks():
    assert set(fields(heat_map(ROWS))) == {
        "云岭市生态环境局 × 加强源头防控: 9",
        "云岭市生态环境局 × 突出重点领域: 1",
        "云岭市水务局 × 突出重点领域: 4",
    }


def test_more_tasks_are_darker():
    nine, one, four = (darkness(color) for color in fields(heat_map(ROWS)).values())
    assert nine > four > one


def test_tasks_of_one_department_and_theme_are_added_up():
    assert "云岭市水务局 × 突出重点领域: 7" in fields(heat_map([*ROWS, ("云岭市水务局", "突出重点领域", 3)]))


def test_themes_stand_in_the_order_asked_for():
    svg = heat_map(ROWS, themes=["突出重点领域", "加强源头防控", "没有任务的主题"])
    places = {each.text: float(each.get("x")) for each in ET.fromstring(svg).iter(f"{SVG}text")}
    assert places["突出重点领域"] < places["加强源头防控"]
    assert "没有任务的主题" not in places


def test_a_long_theme_is_wrapped_and_keeps_its_whole_name():
    theme = "强化资源能源节约集约利用和减污降碳协同增效支撑保障体系"
    svg = heat_map([("甲局", theme, 1)])
    assert theme in [title.text for title in ET.fromstring(svg).iter(f"{SVG}title")]
    lines = [text.text for text in ET.fromstring(svg).iter(f"{SVG}text")]
    assert {"强化资源能源", "节约集约利用"} <= set(lines)
    assert theme not in lines


def test_hostile_names_stay_text_and_nothing_says_so():
    assert "<script" not in heat_map([("<script>alert(1)</script>\x00", '"><script>', 1)])
    assert "无数据" in heat_map([])


def test_names_are_not_cut_off(show_html):
    tab = show_html(
        heat_map([("云岭市经济技术开发区管理委员会办公室", "加强源头防控", 12), ("ABC 局", "突出重点领域", 3)])
    )
    left = tab.evaluate("""Math.min(...[...document.querySelectorAll('text')].map(t => t.getBoundingClientRect().left))
        - document.querySelector('svg').getBoundingClientRect().left""")
    assert left >= 0
