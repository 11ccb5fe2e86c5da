"""The servers that the store tests run on: an embedded one in a fresh folder, and a real Neo4j.

Neo4j is the one at `NEO4J_URI` if that is set, else one that Maven puts together in the cache folder. Where neither
is to be had the tests skip and say why; where `CI` is set they fail instead.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import pytest
from filelock import FileLock
from platformdirs import user_cache_path

POM = Path(__file__).parents[1] / "neo4j" / "pom.xml"
PASSWORD = "方案-test-password"
_OPENS = ["java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.util.concurrent"]
_CONF = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.heap.max_size=1g
server.memory.pagecache.size=256m
server.directories.import=import
dbms.usage_report.enabled=false
"""


@dataclass(frozen=True)
class Server:
    """A store's server under test; `environment` is what a process needs to reach it, `home` our own Neo4j."""

    kind: str
    where: str
    environment: dict[str, str] = field(default_factory=dict)
    home: Home | None = None

    def enter(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Sets the environment variables that this server needs, and no others."""
        for name in ("POLICYGRAPH_STORE", "NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
            monkeypatch.delenv(name, raising=False)
        for name, value in self.environment.items():
            monkeypatch.setenv(name, value)


@contextmanager
def embedded() -> Iterator[Server]:
    from policygraph.stores.embedded import stop

    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "store"
        try:
            yield Server("embedded", str(folder))
        finally:
            stop(folder)


@contextmanager
def neo4j() -> Iterator[Server]:
    if os.environ.get("NEO4J_URI"):
        yield Server("neo4j", os.environ["NEO4J_URI"], {k: v for k, v in os.environ.items() if k.startswith("NEO4J_")})
        return
    missing = [tool for tool in ("java", "mvn") if shutil.which(tool) is None]
    if missing:
        _give_up(f"no Neo4j: set NEO4J_URI, or install {' and '.join(missing)}")
    with tempfile.TemporaryDirectory() as scratch:
        home = Home(Path(scratch), _libraries())
        home.prepare()
        home.start()
        try:
            yield Server("neo4j", home.uri, {"NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": PASSWORD}, home)
        finally:
            home.stop()


def _give_up(reason: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def _libraries() -> Path:
    """The folder with Neo4j's jars, fetched by Maven once per version."""
    version = ET.parse(POM).getroot().findtext("{*}properties/{*}neo4j.version")
    home = user_cache_path("policygraph", appauthor=False) / f"neo4j-{version}"
    home.mkdir(parents=True, exist_ok=True)
    with FileLock(home / "fetch.lock"):
        if not (home / "complete").exists():
            command = ["mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies", "-DincludeScope=runtime"]
            subprocess.run([*command, f"-DoutputDirectory={home / 'lib'}"], check=True, timeout=900)
            (home / "complete").touch()
    return home / "lib"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Home:
    """A Neo4j home folder with its server process, which tests may kill and start again."""

    def __init__(self, folder: Path, libraries: Path) -> None:
        self.folder = folder
        self.classes = f"{libraries}/*"
        self.port = free_port()
        self.uri = f"bolt://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def prepare(self) -> None:
        """Writes the settings and sets the password, which must be done before the first start."""
        for name in ("conf", "import", "data", "logs"):
            (self.folder / name).mkdir()
        (self.folder / "conf" / "neo4j.conf").write_text(_CONF.format(port=self.port), "utf-8")
        self.admin("dbms", "set-initial-password", PASSWORD)

    def admin(self, *words: str, cwd: Path | None = None) -> None:
        """Runs `neo4j-admin WORDS`."""
        places = {"NEO4J_HOME": str(self.folder), "NEO4J_CONF": str(self.folder / "conf")}
        command = ["java", "-Dfile.encoding=UTF-8", "-cp", self.classes, "org.neo4j.server.startup.Neo4jAdminBoot"]
        ran = subprocess.run(
            [*command, *words], env={**os.environ, **places}, cwd=cwd, capture_output=True, timeout=300, check=False
        )
        assert ran.returncode == 0, (ran.stdout + ran.stderr).decode("utf-8", "replace")[-2000:]

    def start(self) -> None:
        opens = [f"--add-opens={package}=ALL-UNNAMED" for package in _OPENS]
        places = [f"--home-dir={self.folder}", f"--config-dir={self.folder / 'conf'}"]
        with (self.folder / "console.log").open("ab") as log:
            self.process = subprocess.Popen(
                ["java", "-Xmx1g", *opens, "-Dfile.encoding=UTF-8", "-cp", self.classes,
                 "org.neo4j.server.CommunityEntryPoint", *places],
                cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        self._await()

    def _await(self) -> None:
        assert self.process is not None
        for _ in range(600):
            if self.process.poll() is not None:
                break
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        pytest.fail(f"Neo4j did not start: {(self.folder / 'console.log').read_text('utf-8', 'replace')[-800:]}")

    def stop(self, how: int = signal.SIGTERM) -> None:
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(60)
            self.process = None
