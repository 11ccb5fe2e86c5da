"""How large files and functions are: lines at the median, at the 95th percentile and of the largest.

    python benchmarks/sizes.py [FOLDER ...]

Without a folder, src/policygraph. Every .py file counts that is not empty, as it stands, blank lines and comments too;
every function and method from its def to its last line, decorators and those within others apart.
"""

from __future__ import annotations

import ast
import math
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
Row = tuple[str, int, int, int, int]


def sizes(folder: Path) -> tuple[Row, Row]:
    """(what, how many, median, 95th percentile, largest), in lines, of the files and of the functions below `folder`."""
    texts = [text for path in sorted(folder.rglob("*.py")) if (text := path.read_text("utf-8"))]
    files = [len(text.splitlines()) for text in texts]
    return _row("files", files), _row("functions", [n for text in texts for n in _functions(text)])


def _functions(text: str) -> Iterable[int]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (node.end_lineno or node.lineno) - node.lineno + 1


def _row(what: str, lengths: Sequence[int]) -> Row:
    ordered = sorted(lengths)

    def at(share: float) -> int:
        return ordered[max(0, math.ceil(share * len(ordered)) - 1)]

    return what, len(ordered), at(0.5), at(0.95), ordered[-1]


def main() -> None:
    """Prints a table for each folder."""
    for folder in [Path(each) for each in sys.argv[1:]] or [ROOT / "src" / "policygraph"]:
        print(f"{folder}\n{'':10} {'number':>7} {'median':>7} {'95th':>7} {'largest':>8}")
        for what, *lengths in sizes(folder):
            print(f"{what:10} " + " ".join(f"{n:{w}}" for n, w in zip(lengths, (7, 7, 7, 8), strict=True)))


if __name__ == "__main__":
    main()
