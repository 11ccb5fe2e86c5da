"""A real Neo4j that takes encrypted connections only, under a certificate of an authority that nobody knows."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.stores import certificates, servers
from tests.stores.neo4j_home import LTS, Home
from tests.stores.plans import ALL

from policygraph.errors import PolicyGraphError
from policygraph.stores import open_store

_SETTINGS = """\
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory=certificates/bolt
dbms.ssl.policy.bolt.private_key=private.key
dbms.ssl.policy.bolt.public_certificate=public.crt
dbms.ssl.policy.bolt.client_auth=NONE
server.bolt.tls_level=REQUIRED
"""


@pytest.fixture(scope="module")
def encrypted() -> Iterator[Home]:
    """The server; its certificate is made out to localhost, its authority's stands in `authority.pem`."""
    servers.needs(LTS)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        certificates.authority(folder)
        certificates.sign(folder, "localhost", folder / "certificates" / "bolt")
        home = Home(folder, LTS, _SETTINGS, "bolt+ssc")
        try:
            home.create()
            yield home
        finally:
            home.stop(signal.SIGKILL)


@pytest.fixture(autouse=True)
def _login(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("POLICYGRAPH_STORE", "NEO4J_URI", "NEO4J_DATABASE", "SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NEO4J_USERNAME", "neo4j")
    monkeypatch.setenv("NEO4J_PASSWORD", servers.PASSWORD)


def refused(where: str) -> str:
    with pytest.raises(PolicyGraphError) as caught:
        open_store(where)
    assert "\n" not in str(caught.value)
    assert servers.PASSWORD not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("scheme", ["neo4j+s", "bolt+s", "neo4j+ssc", "bolt+ssc"])
def test_plans_are_loaded_and_asked_for_over_tls(encrypted: Home, scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if scheme.endswith("+s"):
        monkeypatch.setenv("SSL_CERT_FILE", str(encrypted.folder / "authority.pem"))
    with open_store(f"{scheme}://localhost:{encrypted.port}", write=True) as store:
        store.clear()
        store.load_all(ALL)
        assert store.query("MATCH (p:Plan) RETURN count(p)").rows == [(len(ALL),)]
        assert len(store.digest()) == 64


@pytest.mark.parametrize("scheme", ["neo4j+s", "bolt+s"])
def test_a_certificate_of_an_unknown_authority_is_refused(encrypted: Home, scheme: str) -> None:
    where = f"{scheme}://localhost:{encrypted.port}"
    assert refused(where) == (
        f"the certificate of {where} is not trusted (unable to get local issuer certificate): name the file of its "
        f"authority in SSL_CERT_FILE, or take {scheme}sc://localhost:{encrypted.port}, which checks nobody's name"
    )


def test_a_file_of_authorities_that_is_not_there_is_named(encrypted: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(encrypted.folder / "no-such.pem"))
    said = refused(f"neo4j+s://localhost:{encrypted.port}")
    assert said.endswith(f"SSL_CERT_FILE names {encrypted.folder / 'no-such.pem'}, which is not there")


@pytest.mark.parametrize("scheme", ["neo4j+s", "bolt+s"])
def test_a_certificate_for_another_name_is_refused(
    encrypted: Home, scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(encrypted.folder / "authority.pem"))
    said = refused(f"{scheme}://127.0.0.1:{encrypted.port}")
    assert said.endswith(
        "(IP address mismatch, certificate is not valid for '127.0.0.1'): "
        "give the server's address as the certificate has it"
    )


@pytest.mark.parametrize("scheme", ["neo4j", "bolt"])
def test_an_unencrypted_address_is_told_of_the_other(encrypted: Home, scheme: str) -> None:
    where = f"localhost:{encrypted.port}"
    assert refused(f"{scheme}://{where}") == (
        f"{scheme}://{where} takes encrypted connections only: take {scheme}+s://{where}"
    )


@pytest.mark.parametrize("scheme", ["neo4j+s", "neo4j+ssc", "bolt+s", "bolt+ssc"])
def test_a_server_without_encryption_is_told_of(neo4j_server: servers.Server, scheme: str) -> None:
    if neo4j_server.home is None:
        pytest.skip("the Neo4j at NEO4J_URI may well be encrypted")
    where = f"127.0.0.1:{neo4j_server.home.port}"
    plain = f"{scheme.partition('+')[0]}://{where}"
    assert refused(f"{scheme}://{where}") == (
        f"{scheme}://{where} does not answer encrypted: take {plain} if it is not, on a network that you trust"
    )


@pytest.mark.parametrize("scheme", ["neo4j+s", "bolt"])
def test_the_command_line_says_it_in_one_line(encrypted: Home, scheme: str) -> None:
    command = [sys.executable, "-m", "policygraph", "plans", "--store", f"{scheme}://localhost:{encrypted.port}"]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert len(ran.stderr.splitlines()) == 1
    assert ": take " in ran.stderr or "SSL_CERT_FILE" in ran.stderr
