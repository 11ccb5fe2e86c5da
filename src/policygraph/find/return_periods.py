"""How rare a flood or a rain is (重现期): 防洪标准达到50年一遇 is to be reached, 20年一遇堤防 says which dykes are meant."""

from __future__ import annotations

import re

UNIT = "年一遇"

# 防洪标准由10年一遇提高至|50年一遇
_SAFE = re.compile("(?:标准|能力|等级)[^，。；]{1,16}$")
# 达到5年一遇|排水能力; not 达到50年一遇|防洪标准的堤防
_SAFE_BEHIND = re.compile("的?[^，。；、的]{0,8}(?:标准|能力)(?=[，。；、\\n）]|$)")


def is_to_be_reached(ahead: str, behind: str) -> bool:
    """Whether the words beside a return period say that something is to be safe from such a flood."""
    return _SAFE.search(ahead) is not None or _SAFE_BEHIND.match(behind) is not None
