"""What hand-drawn charts share: text that can't act, the width of 六盘水市 in pixels, and the frame of an SVG.

Nothing is fetched, nothing runs, and the same input gives the same bytes.
"""

from __future__ import annotations

from html import escape

FONT = "'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif"
INK = "#1d2733"
PALE = "#5d6875"


def framed(width: float, height: float, title: str, parts: list[str]) -> str:
    """A whole SVG of this size in pixels, wider where its title needs it; screen readers read the title out."""
    width = max(width, wide(title, 18) + 24)
    heading = text(width / 2, 24, title, size=18, anchor="middle")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{safe(title)}" width="{width:.0f}" '
        f'height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}" font-family="{FONT}">'
        f"{heading}{''.join(parts)}</svg>"
    )


def text(
    x: float, y: float, words: str, *, size: int = 13, fill: str = INK, anchor: str = "start", bold: bool = False
) -> str:
    """Words with their baseline at y; `anchor` says which part of them stands at x: start, middle or end."""
    weight = ' font-weight="600"' if bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{fill}" text-anchor="{anchor}"{weight}>{safe(words)}</text>'


def safe(words: str) -> str:
    """Words as XML text or attribute: characters that XML forbids are dropped."""
    return escape("".join(sign for sign in words if sign >= " " and sign not in "\ufffe\uffff"))


def wide(words: str, size: int = 13) -> float:
    """How many pixels words take: a Chinese character is as wide as it is high, others a little over half."""
    return sum(1.0 if ord(sign) > 0x2E7F else 0.58 for sign in words) * size


def wrapped(words: str, most: int, lines: int) -> list[str]:
    """Words in lines of at most `most` characters; what `lines` lines can't hold ends in …"""
    cut = [words[at : at + most] for at in range(0, len(words), most)] or [""]
    return cut if len(cut) <= lines else [*cut[: lines - 1], cut[lines - 1][: most - 1] + "…"]
