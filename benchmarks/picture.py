"""How a picture of 2,000 nodes opens and moves in Chromium, beside the same graph drawn by pyvis, of which it is made.

    python benchmarks/picture.py [--nodes 2000] [--repeat 3] [--chromium /usr/bin/chromium]

The graph is that of the plans that ship and of the annotated plans of tests/gold, cut to the number of nodes asked for. pyvis
stands there twice: with its defaults, where it draws when its layout has come to rest, and without a layout (physics off). Two
tables: the seconds from opening the file to the first picture, and the milliseconds from one frame to the next while the picture
is dragged, zoomed and one node is dragged: the median and the 95th percentile of all runs. A blank page stands beside them: what
the browser itself needs on this machine.
"""

from __future__ import annotations

import argparse
import re
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, sync_playwright
from playwright.sync_api import TimeoutError as TimeoutError_
from pyvis.network import Network

from policygraph import sources
from policygraph.extract import extract
from policygraph.graph import Node, build, merge
from policygraph.reading import read
from policygraph.render import of_result, page
from policygraph.render.picture import Picture, capped

ROOT = Path(__file__).resolve().parents[1]
MOVES = 40
PATIENCE = 90  # seconds for the first picture
# The time of the first picture: when something is first filled on a canvas of the page, the frame after it.
FIRST = """
const fill = CanvasRenderingContext2D.prototype.fill;
CanvasRenderingContext2D.prototype.fill = function (...how) {
    if (this.canvas.isConnected && window.firstPicture === undefined) {
        window.firstPicture = null;
        requestAnimationFrame(() => setTimeout(() => { window.firstPicture = performance.now(); }));
    }
    return fill.apply(this, how);
};"""
# Our page keeps its network to itself; the clock has to ask it where its nodes stand.
OURS = "network = new vis.Network("
FRAMES = """() => {
    window.frames_ = [];
    let before = performance.now();
    const tick = (now) => { window.frames_.push(now - before); before = now; window.ticking = requestAnimationFrame(tick); };
    window.ticking = requestAnimationFrame(tick);
}"""
STOP = "() => { cancelAnimationFrame(window.ticking); return window.frames_.slice(1); }"
# A node near the middle of the window, and a spot where there is nothing to take hold of.
SPOTS = """() => {
    const box = document.querySelector('canvas').getBoundingClientRect();
    const far = (p) => Math.hypot(p.x - box.width / 2, p.y - box.height / 2);
    const at = Object.values(network.getPositions()).map((p) => network.canvasToDOM(p));
    const node = at.reduce((best, p) => (far(p) < far(best) ? p : best));
    const free = [];
    for (let x = 40; x < box.width - 40; x += 20) for (let y = 40; y < box.height - 40; y += 20) {
        if (network.getNodeAt({ x, y }) === undefined) free.push({ x, y });
    }
    const empty = free.reduce((best, p) => (far(p) < far(best) ? p : best));
    return [[box.x + node.x, box.y + node.y], [box.x + empty.x, box.y + empty.y]];
}"""


def main() -> None:
    """Prints the two tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, default=2000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    picture = capped(_picture(), options.nodes)
    print(f"{len(picture.nodes)} nodes, {len(picture.relationships)} lines, {options.repeat} runs each in turn")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        pages = {
            "policygraph": page(picture, limit=options.nodes).replace(
                f"const {OURS}", f"const {OURS.replace(' = ', ' = window.network = ')}"
            ),
            "pyvis, defaults": _plain_pyvis(picture),
            "pyvis, no layout": _plain_pyvis(picture, physics=False),
        }
        for name, html in pages.items():
            Path(folder, f"{name}.html").write_text(html, "utf-8")
            print(f"  {name:16} {len(html.encode()) / 1e6:5.2f} MB of HTML")
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox", "--disable-gpu"])
        runs = [(name, *_run(browser, Path(folder, f"{name}.html"))) for _ in range(options.repeat) for name in pages]
        _print(list(pages), runs, _blank(browser))
        browser.close()


def _picture() -> Picture:
    texts = sorted((ROOT / "tests/gold").glob("*.txt"))
    records = [*sources.shipped(), *(extract(read(path)) for path in texts)]
    held = list(merge(build(record) for record in records))
    nodes = [each for each in held if isinstance(each, Node)]
    return of_result(nodes, [each for each in held if not isinstance(each, Node)], "全部方案")


def _plain_pyvis(picture: Picture, *, physics: bool = True) -> str:
    """The same graph as anyone would draw it: a name for each node, a type for each line, nothing set."""
    network = Network(directed=True, cdn_resources="in_line")
    ids = {(node.label, node.id): turn for turn, node in enumerate(picture.nodes)}
    for node in picture.nodes:
        held = node.properties
        network.add_node(ids[(node.label, node.id)], label=str(held.get("name") or held.get("title") or node.id))
    for tie in picture.relationships:
        network.add_edge(ids[tie.start], ids[tie.end], title=tie.type)
    network.toggle_physics(physics)
    return str(network.generate_html("pyvis.html"))


def _run(browser: Browser, path: Path) -> tuple[float | None, dict[str, list[float]]]:
    """Seconds to the first picture, None where it never came, and the frames of each movement in milliseconds."""
    tab = browser.new_page(
        viewport={"width": 1400, "height": 900}, bypass_csp=True
    )  # our page forbids even us to wait in it
    tab.add_init_script(FIRST)
    tab.route(
        re.compile("^https?:"), lambda route: route.abort()
    )  # pyvis asks for styles of the network: no waiting for them
    tab.goto(path.as_uri(), wait_until="commit")
    try:
        tab.wait_for_function("window.firstPicture > 0", timeout=1000 * PATIENCE)
    except TimeoutError_:
        tab.close()
        return None, {}
    first = float(tab.evaluate("window.firstPicture")) / 1000
    (node_x, node_y), (x, y) = tab.evaluate(SPOTS)
    found = {
        "dragging the picture": _frames(tab, _drag(tab, x, y)),
        "zooming": _frames(tab, _wheel(tab, x, y)),
        "dragging a node": _frames(tab, _drag(tab, node_x, node_y)),
    }
    tab.close()
    return first, found


def _blank(browser: Browser) -> dict[str, list[float]]:
    tab = browser.new_page(viewport={"width": 1400, "height": 900})
    found = {"dragging the picture": _frames(tab, _drag(tab, 700, 450)), "zooming": _frames(tab, _wheel(tab, 700, 450))}
    tab.close()
    return {**found, "dragging a node": found["dragging the picture"]}


def _frames(tab: Page, moves: Iterator[None]) -> list[float]:
    tab.evaluate(FRAMES)
    for _ in moves:
        pass
    return [float(each) for each in tab.evaluate(STOP)]


def _drag(tab: Page, x: float, y: float) -> Iterator[None]:
    tab.mouse.move(x, y)
    tab.mouse.down()
    for turn in range(MOVES):
        tab.mouse.move(x + 3 * turn, y + 2 * (turn % 20))
        yield
    tab.mouse.up()


def _wheel(tab: Page, x: float, y: float) -> Iterator[None]:
    tab.mouse.move(x, y)
    for turn in range(MOVES):
        with suppress(Error):  # a page so busy that it does not take the wheel in time has taken none
            tab.mouse.wheel(0, -60 if turn < MOVES / 2 else 60)
        yield


def _print(
    names: list[str], runs: list[tuple[str, float | None, dict[str, list[float]]]], blank: dict[str, list[float]]
) -> None:
    print("\nseconds to the first picture")
    for name in names:
        times = sorted(first for each, first, _ in runs if each == name and first is not None)
        print(f"  {name:16} " + (f"{times[0]:6.2f}   (slowest {times[-1]:.2f})" if times else f"none in {PATIENCE} s"))
    print("\nmilliseconds a frame: median, 95th percentile")
    for what in blank:
        print(f"  {what}")
        for name in names:
            _print_frames(name, [frame for each, _, found in runs if each == name for frame in found.get(what, ())])
        _print_frames("a blank page", blank[what])


def _print_frames(name: str, frames: list[float]) -> None:
    if not frames:
        return
    ranked = sorted(frames)
    print(f"    {name:16} {statistics.median(ranked):7.1f} {ranked[int(0.95 * (len(ranked) - 1))]:8.1f}")


if __name__ == "__main__":
    main()
