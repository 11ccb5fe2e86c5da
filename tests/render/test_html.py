import json
import re

from policygraph.graph import Node
from policygraph.render import of_plan, of_result, page
from policygraph.render.html import embedded

PLAN = "plan:云岭市减污降碳实施方案"


def test_the_same_picture_gives_the_same_bytes(plan):
    assert page(of_plan([plan], PLAN)) == page(of_plan([plan], PLAN))


def test_nothing_is_loaded_from_elsewhere(plan):
    html = page(of_plan([plan], PLAN))
    assert not re.findall(r"<(?:script|link|img|iframe)[^>]*\s(?:src|href)=[\"'](?!data:)", html)
    assert "sourceMappingURL" not in html
    assert "@import" not in html


def test_embedded_json_ends_no_element_and_comes_back_whole():
    hostile = "</script><!--<script>&\u2028\u2029\"'"
    text = embedded({"name": hostile})
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == {"name": hostile}


def test_the_title_is_escaped():
    html = page(of_result([], [], "</title><script>alert(1)</script>"))
    assert "<script>alert" not in html


def test_above_the_limit_the_page_tells_what_is_missing():
    html = page(of_result([Node("Place", f"place:{n}", {"name": f"地点{n}"}) for n in range(30)], [], "许多"), limit=10)
    assert "Shown 10 of 30" in html
    assert "地点 20" in html
