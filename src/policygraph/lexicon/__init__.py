"""The lists in `loaders/gazetteers/` as lookups: regions, departments, units, indicators, role words."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from policygraph import resources

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def gazetteer(name: str) -> Any:
    """What `loaders/gazetteers/NAME.yml` holds, read once."""
    text = (resources.folder("loaders") / "gazetteers" / f"{name}.yml").read_text("utf-8")
    return yaml.load(text, _Loader)  # noqa: S506 (both loaders are safe ones)
