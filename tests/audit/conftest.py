"""The hand-made plans, loaded into an embedded store once and read back as the audits read them."""

from __future__ import annotations

import pytest
from tests.audit.plans import ALL
from tests.stores import servers

from policygraph.audit import Facts, Limits, limits, read
from policygraph.stores import open_store


@pytest.fixture(scope="session")
def facts(embedded_server: servers.Server) -> Facts:
    with pytest.MonkeyPatch.context() as environment:
        embedded_server.enter(environment)
        with open_store(embedded_server.where, write=True) as store:
            store.clear()
            store.load_all(ALL)
            return read(store)


@pytest.fixture(scope="session")
def thresholds() -> Limits:
    return limits()
