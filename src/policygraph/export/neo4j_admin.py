"""The files that `neo4j-admin database import` reads: a header and the data for each label and relationship type.

For graphs of millions: the import writes the store itself, with the database stopped. What it makes is what `load`
would have made. import.txt holds the command, import.args what it takes, schema.cypher the constraints.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from policygraph import resources
from policygraph.errors import DataError
from policygraph.export.tables import ENDS, Table, tables
from policygraph.graph import Graph, Value
from policygraph.schema import ValueKind

COMMAND_FILE = "import.txt"
COMMAND = 'neo4j-admin database import full neo4j "@import.args"'
_ARGUMENTS_FILE = "import.args"
SCHEMA_FILE = "schema.cypher"
_TYPES: Mapping[ValueKind, str] = {
    "string": "string", "integer": "long", "float": "double", "boolean": "boolean", "date": "date",
    "strings": "string[]", "integers": "long[]",
}  # fmt: skip
_ENDS = {"from_id": (":START_ID",), "to_id": (":END_ID",)}
_BREAK = re.compile(r"[\r\n]")
# What stands between the parts of a list (市住建局;市住房城乡建设局): the first that no part holds itself.
_DELIMITERS = (";", "|", "\x1f", "\x1e", "\x1d")


def neo4j_admin_files(graphs: Iterable[Graph]) -> Mapping[str, bytes]:
    """The files by path; `COMMAND` is to be run in their folder, which has it in `COMMAND_FILE`.

    DataError where no sign is left to stand between the parts of a list.
    """
    held = tables(graphs)
    delimiter = _delimiter(held)
    found: dict[str, str] = {}
    for table in held:
        found[f"{table.path}-header.csv"] = ",".join(_header(table)) + "\n"
        found[f"{table.path}.csv"] = "".join(_line(table, row, delimiter) for row in table.rows)
    found[SCHEMA_FILE] = (resources.folder("loaders") / "neo4j" / "constraints.cypher").read_text("utf-8")
    found[_ARGUMENTS_FILE] = "".join(f"{each}\n" for each in _arguments(held, delimiter))
    found[COMMAND_FILE] = COMMAND + "\n"
    return {path: text.encode("utf-8") for path, text in found.items()}


def _arguments(held: Iterable[Table], delimiter: str) -> Iterator[str]:
    for table in held:
        if table.rows:
            yield f"--{table.group}={table.name}={table.path}-header.csv,{table.path}.csv"
    yield from (f"--array-delimiter=U+{ord(delimiter):04X}", "--id-type=string", "--bad-tolerance=0")
    if any(isinstance(value, str) and _BREAK.search(value) for table in held for row in table.rows for value in row):
        yield "--multiline-fields=true"  # it makes the import slower, so only where it must be
    yield "--overwrite-destination"


def _delimiter(held: Iterable[Table]) -> str:
    lists = {
        str(part) for table in held for row in table.rows for each in row if isinstance(each, list) for part in each
    }
    text = "".join(lists)
    free = next((each for each in _DELIMITERS if each not in text), None)
    if free is None:
        raise DataError("the aliases hold every sign that could part them, so neo4j-admin can't read them: use load")
    return free


def _header(table: Table) -> Iterator[str]:
    for name, kind in table.columns.items():
        if name == "id" and table.group == "nodes":
            yield "id:ID"
        elif name in ENDS:
            yield from _ENDS.get(name, ())
        else:
            yield f"{name}:{_TYPES[kind]}"


def _line(table: Table, row: Sequence[Value | None], delimiter: str) -> str:
    cells = zip(table.columns, row, strict=True)
    return ",".join(_cell(value, delimiter) for name, value in cells if name not in ENDS or name in _ENDS) + "\n"


def _cell(value: Value | None, delimiter: str) -> str:
    """Words in quotation marks, or "" would be no value; a value that is not there as nothing at all."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    words = delimiter.join(map(str, value)) if isinstance(value, list) else str(value)
    return '"' + words.replace('"', '""') + '"'
