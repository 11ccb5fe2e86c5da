"""Pictures of the graph: choose what to draw, get one HTML page that works from a file.

`page(of_plan([graph], graph.plan))` is the picture of 六盘水市减污降碳协同增效实施方案; `charts` draws what
audits count.
"""

from policygraph.render.choose import around, department_network, of_plan, of_result, of_two_plans
from policygraph.render.html import page
from policygraph.render.picture import Picture, capped
from policygraph.render.regroup import by_plan
from policygraph.render.rows import of_rows

__all__ = [
    "Picture",
    "around",
    "by_plan",
    "capped",
    "department_network",
    "of_plan",
    "of_result",
    "of_rows",
    "of_two_plans",
    "page",
]
