"""`make demo`: the whole way on the plans that ship: read, load, ask in two languages, draw. It says where things are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click

from policygraph import resources


def main(folder: Path) -> int:
    """Runs the demonstration's commands one by one, printing each, and stops at the first that fails."""
    folder.mkdir(parents=True, exist_ok=True)
    store = str(folder / "store")
    sample = resources.folder("loaders") / "sources" / "sample" / "yunling" / "plan.txt"
    page = folder / "guiyang.html"
    steps = (
        ("Read a plan (a made-up city) and write down what it says", ["extract", str(sample)], folder / "yunling.json"),
        (
            "Load it, with the plans that ship, into the embedded store",
            ["load", "--store", store, "--format", "table"],
            None,
        ),
        ("Ask", ["ask", "哪个部门牵头的任务最多", "--plan", "贵阳贵安", "--store", store, "--format", "table"], None),
        (
            "Ask again",
            [
                "ask",
                "which department leads the most tasks",
                "--plan",
                "贵阳贵安",
                "--store",
                store,
                "--format",
                "table",
            ],
            None,
        ),
        ("Draw", ["render", "--plan", "贵阳贵安", "--store", store, "-o", str(page)], None),
        ("Stop the store's server", ["store", "stop", "--store", store], None),
    )
    for what, words, output in steps:
        shown = " ".join(f'"{word}"' if " " in word else word for word in words)
        click.echo(f"\n# {what}\n$ policygraph {shown}{f' > {output}' if output else ''}")
        with output.open("wb") if output else open(1, "wb", closefd=False) as out:
            code = subprocess.run([sys.executable, "-m", "policygraph", *words], stdout=out, check=False).returncode  # noqa: S603
        if code:
            return code
    click.echo(
        f"\nOpen the picture in a browser: {page.resolve()}\nWhat the sample plan says, as data: {(folder / 'yunling.json').resolve()}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "demo")))
