"""The only module that knows the Bolt driver: connections, transactions, and its errors in one plain line each."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import neo4j
from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from policygraph.errors import PolicyGraphError
from policygraph.stores import encryption

__all__ = [
    "Connection", "Date", "DateTime", "Duration", "Node", "Path", "Relationship", "Server", "Time", "UnreachableError",
    "open_connection",
]  # fmt: skip

T = TypeVar("T")
WRITE_SECONDS = 600.0
_CONNECT_SECONDS = 10.0
_WAIT_FOR_SERVER_SECONDS = 30.0

# A wrong address makes the driver log what it then raises; the error is enough.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class UnreachableError(PolicyGraphError):
    """The server is not there, or went away."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where a store is and who may write to it and read from it; on Neo4j both are the same user."""

    kind: str
    uri: str
    database: str | None
    writer: tuple[str, str] = field(repr=False)
    reader: tuple[str, str] = field(repr=False)


def open_connection(server: Server) -> Connection:
    """A connection on which the server has answered once, so that a wrong address or password shows now."""
    connection = Connection(server)
    try:
        with connection.reading(None) as transaction:
            transaction.run("RETURN 1 AS one").consume()
    except UnreachableError:
        connection.close()
        told = encryption.wants_it(server.uri) if server.kind == "neo4j" else None
        if told:
            raise PolicyGraphError(told) from None
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def _driver(server: Server, user: tuple[str, str]) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(
        server.uri,
        auth=user,
        connection_timeout=_CONNECT_SECONDS,
        # A lost embedded server is started again by the store, which is quicker than waiting for it here.
        max_transaction_retry_time=0.0 if server.kind == "embedded" else _WAIT_FOR_SERVER_SECONDS,
        # Neo4j remarks on every label and property that it has not met yet, which an empty store is full of.
        notifications_min_severity="OFF" if server.kind == "neo4j" else None,
        warn_notification_severity=neo4j.NotificationMinimumSeverity.OFF,
        user_agent="policygraph",
    )


class Connection:
    """Open drivers to one server: one that writes, one that can only read."""

    def __init__(self, server: Server) -> None:
        self.server = server
        with self._errors():
            self._drivers = {user: _driver(server, user) for user in {server.writer, server.reader}}

    def close(self) -> None:
        """Closes all sockets; what another thread still waits for ends with an error."""
        for driver in self._drivers.values():
            driver.close()

    @contextmanager
    def reading(self, seconds: float | None) -> Iterator[neo4j.Transaction]:
        """A transaction that can't write; Neo4j ends it after `seconds`, the embedded server after its own limit."""
        with (
            self._errors(),
            self._session(self.server.reader, neo4j.READ_ACCESS) as session,
            session.begin_transaction(timeout=seconds) as transaction,
        ):
            yield transaction

    def write(self, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
        """`work` in one transaction, tried again where the server says that this may help."""
        with self._errors(), self._session(self.server.writer, neo4j.WRITE_ACCESS) as session:
            return session.execute_write(neo4j.unit_of_work(timeout=WRITE_SECONDS)(work))

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> None:
        """One statement by itself, as changes of constraints and indexes must be."""
        with self._errors(), self._session(self.server.writer, neo4j.WRITE_ACCESS) as session:
            session.run(cypher, dict(parameters or {})).consume()

    def glance(self, cypher: str, column: str) -> tuple[bool, frozenset[str]]:
        """Whether `column` of the one row is true, and a name for the newest commit that the server knows of."""
        with self._errors(), self._session(self.server.reader, neo4j.READ_ACCESS) as session:
            found = session.run(cypher).single(strict=True)[column]
            return bool(found), session.last_bookmarks().raw_values

    def _session(self, user: tuple[str, str], access: str) -> neo4j.Session:
        return self._drivers[user].session(database=self.server.database, default_access_mode=access)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (AuthError, Neo4jError, DriverError, ConfigurationError, OSError, ValueError, OverflowError) as error:
            raise self._plain(error) from None

    def _plain(self, error: Exception) -> PolicyGraphError:
        where = self.server.uri
        if isinstance(error, OverflowError):
            return PolicyGraphError("a parameter is a whole number beyond 64 bits: give a smaller one")
        if isinstance(error, UnicodeError):
            return PolicyGraphError("the query or a parameter is not UTF-8: is the terminal set to another encoding?")
        if isinstance(error, AuthError):
            user = self.server.writer[0]
            return PolicyGraphError(f"{where} refuses user {user}: check NEO4J_USERNAME and NEO4J_PASSWORD")
        if isinstance(error, ServiceUnavailable | SessionExpired | OSError):
            if told := encryption.trouble(error, where):
                return PolicyGraphError(told)
            return UnreachableError(f"nothing answers at {where}: is the server running, and is the address right?")
        if isinstance(error, Neo4jError):
            code = error.code or ""
            if "DatabaseNotFound" in code:
                return PolicyGraphError(f"{where} has no database {self.server.database}: check NEO4J_DATABASE")
            if "TimedOut" in code or "timeout" in (error.message or "").lower():
                return PolicyGraphError("the query took too long and was stopped: narrow it or allow more time")
            return PolicyGraphError(f"the store says: {error.message}")
        return PolicyGraphError(f"{where} can't be used as a store: {error}")
