"""A picture → one HTML page that needs nothing else: vis-network through pyvis, styles, script and data inline.

Opens from a file on a machine without a network. What documents say (a company called `</script>`) travels as JSON that
can't end its element, and the script sets it as text.
"""

from __future__ import annotations

import json
from collections import Counter
from importlib.resources import files
from typing import Any

from pyvis.network import Network

from policygraph.graph import Relationship
from policygraph.render.contents import contents
from policygraph.render.layout import positions, sizes
from policygraph.render.look import of_kind, of_line
from policygraph.render.picture import SHARED_TASKS, Key, Picture, capped

LIMIT = 2000
MANY_LINES = 1500  # more than this many lines are not drawn while the picture is dragged or zoomed
_SCRIPTS = ("draw.js", "labels.js", "panel.js", "filters.js", "export.js", "page.js")


def page(picture: Picture, *, limit: int = LIMIT) -> str:
    """The whole page as text, for a file in UTF-8: same picture, same bytes.

    At most `limit` nodes are drawn; what is left out is counted under the title.
    """
    drawn = capped(picture, limit)
    ids = {(node.label, node.id): turn for turn, node in enumerate(drawn.nodes)}
    network = _network(drawn, ids)
    assets = files("policygraph.render") / "assets"
    network.set_template(f"{assets}/page.html".replace("\\", "/"))
    network.templateEnv.globals.update(
        title=drawn.title,
        styles=(assets / "page.css").read_text("utf-8"),
        library=_library(),
        scripts="\n".join((assets / name).read_text("utf-8") for name in _SCRIPTS),
        data=embedded(contents(drawn, ids)),
    )
    return str(network.generate_html("picture.html"))


def embedded(value: Any) -> str:
    """`value` as JSON that no HTML or script parser can read as anything else."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _library() -> str:
    """vis-network as pyvis ships it, without the line that makes a debugger look for a source map."""
    path = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return path.read_text("utf-8").split("//# sourceMappingURL=")[0].replace("</script", "<\\/script")


def _network(picture: Picture, ids: dict[Key, int]) -> Network:
    network = Network(directed=True, cdn_resources="in_line")
    place, size = positions(picture), sizes(picture)
    for node in picture.nodes:
        key, look = (node.label, node.id), of_kind(node.label)
        x, y = place[key]
        network.add_node(ids[key], label=" ", shape=look.shape, color=look.color, size=size[key], x=x, y=y)
    pairs: Counter[tuple[int, int]] = Counter()
    for turn, tie in enumerate(picture.relationships):
        start, end = ids[tie.start], ids[tie.end]
        network.add_edge(start, end, id=turn, **_line(tie, pairs[(start, end)]))
        pairs[(start, end)] += 1
    many = len(picture.relationships) > MANY_LINES
    network.set_options(json.dumps({
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {"hover": True, "tooltipDelay": 120, "selectConnectedEdges": False,
                        "hideEdgesOnDrag": many, "hideEdgesOnZoom": many},
        "nodes": {"borderWidth": 1, "font": {"size": 0}},
        "edges": {"smooth": False, "selectionWidth": 2, "hoverWidth": 1.5},
    }))  # fmt: skip
    return network


def _line(tie: Relationship, before: int) -> dict[str, Any]:
    """How one relationship is drawn; one that runs beside `before` others is bent away from them."""
    look = of_line(tie.type)
    width, opacity = look.width, look.opacity
    tasks = tie.properties.get("tasks")
    if tie.type == SHARED_TASKS and isinstance(tasks, int):
        width, opacity = min(0.5 + 0.7 * tasks, 14.0), min(0.12 + 0.05 * tasks, 0.75)
    drawn: dict[str, Any] = {
        "width": width,
        "color": {"color": look.color, "highlight": look.color, "hover": look.color, "opacity": opacity},
        "arrows": {"to": {"enabled": look.arrow, "scaleFactor": 0.4}}, "dashes": [6, 5] if look.dashed else False,
    }  # fmt: skip
    if before:
        drawn["smooth"] = {"enabled": True, "type": "curvedCW", "roundness": min(0.12 * before, 0.6)}
    return drawn
