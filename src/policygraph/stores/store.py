"""One store, embedded or Neo4j: load, remove, ask, digest. The rest of the project knows stores by this class alone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from policygraph.errors import PolicyGraphError
from policygraph.graph import Graph, Node, Relationship
from policygraph.stores import guard, loading
from policygraph.stores.columns import columns
from policygraph.stores.statements import statement, statements

if TYPE_CHECKING:
    from policygraph.stores.places import Place

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave; `truncated` where there were more rows than the limit."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    truncated: bool = False


class Store:
    """An open store. `kind` is "embedded" or "neo4j", `address` what the user would give to `--store`."""

    def __init__(self, place: Place, *, write: bool) -> None:
        self.kind = place.kind
        self.address = place.address
        self._place = place
        self._write = write
        self._ready = False
        self._connection = place.connect()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connections; a server that was started for this store alone ends."""
        self._connection.close()
        self._place.leave()

    def load(self, graph: Graph) -> None:
        """Replaces what that plan said before, and nothing else, in one transaction."""
        self.load_all([graph])

    def load_all(self, graphs: Iterable[Graph], loaded: Callable[[Graph], None] | None = None) -> None:
        """Loads plans, several to a transaction, none in halves; `loaded` is told of each that is in for good."""
        for group in loading.groups(graphs, self.kind):
            self._writing(partial(loading.load, graphs=group))
            if loaded:
                for graph in group:
                    loaded(graph)

    def remove(self, plan: str) -> bool:
        """Takes the plan with this id out, leaving no orphan; False if it is not loaded."""
        return self._writing(lambda transaction: loading.remove(transaction, plan))

    def clear(self) -> None:
        """Empties the store."""
        self._writing(lambda transaction: transaction.run(statement("contents", "clear")).consume())

    def plans(self) -> list[dict[str, Any]]:
        """The loaded plans in the order of their ids: id, title, jurisdiction, status, document_number, counts."""
        from policygraph.stores import contents

        return self._reading(contents.plans)

    def contents(self) -> list[Node | Relationship]:
        """All nodes, then all relationships, ordered by label or type and then by id."""
        return sorted(self._reading(lambda transaction: list(self._contents(transaction))), key=_order)

    def digest(self) -> str:
        """One SHA-256 over the whole graph, the same on every store that holds the same plans."""
        from policygraph.stores import contents

        return self._reading(lambda transaction: contents.digest(self._contents(transaction)))

    def _contents(self, transaction: Any) -> Iterator[Node | Relationship]:
        from policygraph.stores import contents

        return contents.contents(transaction, in_pages=self.kind == "embedded")

    def query(
        self, cypher: str, parameters: Mapping[str, Any] | None = None, *, limit: int = 10_000, seconds: float = 60
    ) -> Answer:
        """The answer to a query that only reads, at most `limit` rows of it; an error after `seconds`."""
        guard.check_words(cypher)
        text = cypher.strip().rstrip(";")
        if self.kind == "embedded":
            return self._in_time(lambda each: self._ask(each, text, parameters, limit), seconds)
        return self._reading(lambda each: self._ask(each, text, parameters, limit), seconds)

    def warnings(self, cypher: str) -> list[str]:
        """What this store may answer wrongly in `cypher`, each with the rewrite that it answers right; Neo4j: nothing."""
        from policygraph.stores.dialect import breaches

        return [str(breach) for breach in breaches(cypher)] if self.kind == "embedded" else []

    def _ask(self, transaction: Any, cypher: str, parameters: Mapping[str, Any] | None, limit: int) -> Answer:
        from policygraph.stores.values import bare_ends, plain

        if self.kind == "neo4j":
            guard.check_plan(transaction.run(f"EXPLAIN {cypher}", dict(parameters or {})).consume().plan)
        result = transaction.run(cypher, dict(parameters or {}))
        names = tuple(result.keys())
        rows = [list(record.values()) for record, _ in zip(result, range(limit + 1), strict=False)]
        truncated = len(rows) > limit
        del rows[limit:]
        result.consume()
        ids = _ids(transaction, bare_ends(rows))
        return Answer(names or columns(cypher), [tuple(plain(value, ids) for value in row) for row in rows], truncated)

    def _reading(
        self, work: Callable[[Any], T], seconds: float | None = None, given_up: Callable[[], bool] = lambda: False
    ) -> T:
        def once() -> T:
            with self._connection.reading(seconds) as transaction:
                return work(transaction)

        def attempt() -> T:
            from policygraph.stores import undivided

            return undivided.read(self._place.signs(self._connection), once)

        return self._attempt(attempt, given_up)

    def _in_time(self, work: Callable[[Any], T], seconds: float) -> T:
        """`work` in a thread of its own, cut off after `seconds`: the embedded server takes no time limit per query."""
        outcome: Future[T] = Future()

        def run() -> None:
            try:
                outcome.set_result(self._reading(work, given_up=outcome.cancelled))
            except BaseException as error:  # raised again in the caller's thread
                if not outcome.cancelled():
                    outcome.set_exception(error)

        threading.Thread(target=run, daemon=True).start()
        try:
            return outcome.result(seconds)
        except TimeoutError:
            outcome.cancel()
            late, self._connection = self._connection, self._place.connect()
            late.close()
            message = f"the query took longer than {seconds:g} seconds: narrow it or allow more time"
            raise PolicyGraphError(message) from None
        except BaseException:  # the user pressed Ctrl-C, or the query itself went wrong
            outcome.cancel()
            raise

    def _writing(self, work: Callable[[Any], T]) -> T:
        if not self._write:
            raise PolicyGraphError("this store was opened for reading only")

        def attempt() -> T:
            from policygraph.stores import undivided

            self._prepare()
            signs = self._place.signs(self._connection)

            def locked(transaction: Any) -> T:
                result = self._alone(transaction, work)
                signs.put_up()
                return result

            with undivided.marked(signs):
                return self._connection.write(locked)

        with self._place.writing():
            return self._attempt(attempt)

    def _alone(self, transaction: Any, work: Callable[[Any], T]) -> T:
        """`work` while other writers wait: for a lock in the graph on Neo4j, where the embedded store has one of its own."""
        if self.kind == "embedded":
            return work(transaction)
        transaction.run(statement("lock", "take")).consume()
        result = work(transaction)
        transaction.run(statement("lock", "give")).consume()
        return result

    def _prepare(self) -> None:
        """Makes the constraints and indexes where they are not there yet."""
        if not self._ready:
            for cypher in statements("constraints").values():
                self._connection.run(cypher)
            self._ready = True

    def _attempt(self, work: Callable[[], T], given_up: Callable[[], bool] = lambda: False) -> T:
        """`work`, once more with a new connection if the embedded server went away (idle, stopped, killed)."""
        from policygraph.stores.driver import UnreachableError

        self._place.used()
        try:
            return work()
        except UnreachableError:
            if self.kind != "embedded" or given_up():
                raise
            self._connection.close()
            self._connection = self._place.connect()
            return work()
        finally:
            self._place.used()


def _order(element: Node | Relationship) -> tuple[str, ...]:
    if isinstance(element, Node):
        return "0", element.label, element.id
    return "1", element.type, element.start[1], element.end[1], str(element.properties.get("id", ""))


def _ids(transaction: Any, elements: set[str]) -> dict[str, str]:
    """The ids of nodes known only by the server's own number, which is what a lone relationship brings of its ends."""
    if not elements:
        return {}
    cypher = "MATCH (n) WHERE elementId(n) IN $elements RETURN elementId(n) AS element, n.id AS id"
    return {row["element"]: row["id"] for row in transaction.run(cypher, {"elements": sorted(elements)})}
