"""Neo4j Community as Maven puts it together, long-term support and newest: its jars, its Java, its home folder."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import socket
import subprocess
import time
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import neo4j
import pytest
from filelock import FileLock
from neo4j.exceptions import ServiceUnavailable
from platformdirs import user_cache_path

from policygraph.errors import PolicyGraphError
from policygraph.stores import process

PASSWORD = "方案-test-password"
_FOLDER = Path(__file__).parents[1] / "neo4j"
# A server that lives for a few minutes does not win back what its Java would spend on making it fast.
SHORT_LIVED = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_START_SECONDS = 240.0  # ten times what it takes where nothing else runs
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
class Release:
    """A release of Neo4j: the file that names its jars, the class that starts it, the Java that it needs at least."""

    name: str
    main: str
    least_java: int

    @property
    def pom(self) -> Path:
        return _FOLDER / f"{self.name}.xml"

    @property
    def version(self) -> str:
        return str(ET.parse(self.pom).getroot().findtext("{*}properties/{*}neo4j.version"))

    def missing(self) -> list[str]:
        """What this machine lacks to put it together and run it."""
        lacks = [] if shutil.which("mvn") else ["Maven"]
        return [*lacks, *([] if self.java() else [f"a Java of at least {self.least_java}"])]

    def java(self) -> str | None:
        """The machine's own Java if it will do, else the one that the embedded store brings."""
        return next((java for java in _javas() if _java_version(java) >= self.least_java), None)

    def libraries(self) -> Path:
        """The folder with its jars, fetched by Maven once per version."""
        home = user_cache_path("policygraph", appauthor=False) / f"neo4j-{self.version}"
        home.mkdir(parents=True, exist_ok=True)
        with FileLock(home / "fetch.lock"):
            if not (home / "complete").exists():
                goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={home / 'lib'}"]
                subprocess.run(["mvn", "-q", "-B", "-f", str(self.pom), *goal], check=True, timeout=900)
                (home / "complete").touch()
        return home / "lib"


LTS = Release("lts", "org.neo4j.server.CommunityEntryPoint", 17)
NEWEST = Release("newest", "org.neo4j.server.Neo4jCommunity", 21)


def _javas() -> list[str]:
    found = [java for java in [shutil.which("java")] if java]
    try:
        return [*found, str(process.engine().java)]
    except PolicyGraphError:  # a platform without the embedded store
        return found


def _java_version(java: str) -> int:
    told = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=60, check=False).stderr
    number = re.search(r'version "(?:1\.)?(\d+)', told)
    return int(number[1]) if number else 0


def free_port() -> int:
    """A port of those that no system gives to outgoing connections, so that it stays free until the server has it."""
    while True:
        with socket.socket() as probe:
            port = random.SystemRandom().randrange(20_000, 32_000)
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port


class Home:
    """A Neo4j home folder with its server process, which tests may kill and start again.

    `settings` are lines that its configuration has besides, `scheme` is how it is spoken to, `java` how its Java runs.
    """

    def __init__(
        self,
        folder: Path,
        release: Release,
        settings: str = "",
        scheme: str = "bolt",
        java: Sequence[str] = SHORT_LIVED,
    ) -> None:
        self.folder = folder
        self.release = release
        self.settings = settings
        self.java = java
        self.port = free_port()
        self.uri = f"{scheme}://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def create(self) -> None:
        """Writes the settings, starts the server and changes the password that a new one has."""
        for name in ("conf", "import", "data", "logs"):
            (self.folder / name).mkdir()
        (self.folder / "conf" / "neo4j.conf").write_text(_CONF.format(port=self.port) + self.settings, "utf-8")
        self.start()
        change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
        with neo4j.GraphDatabase.driver(self.uri, auth=("neo4j", "neo4j")) as driver:
            _until_ready(driver)
            with driver.session(database="system") as session:
                session.run(change, password=PASSWORD).consume()

    def admin(self, *words: str, cwd: Path | None = None) -> None:
        """Runs `neo4j-admin WORDS`, which only the long-term release has among its jars, on the stopped database."""
        places = {"NEO4J_HOME": str(self.folder), "NEO4J_CONF": str(self.folder / "conf")}
        command = [str(self.release.java()), "-Dfile.encoding=UTF-8", "-cp", f"{self.release.libraries()}/*"]
        ran = subprocess.run(
            [*command, "org.neo4j.server.startup.Neo4jAdminBoot", *words],
            env={**os.environ, **places}, cwd=cwd, capture_output=True, timeout=300, check=False,
        )  # fmt: skip
        assert ran.returncode == 0, (ran.stdout + ran.stderr).decode("utf-8", "replace")[-2000:]

    def start(self) -> None:
        opens = [f"--add-opens={package}=ALL-UNNAMED" for package in _OPENS]
        places = [f"--home-dir={self.folder}", f"--config-dir={self.folder / 'conf'}"]
        command = [str(self.release.java()), "-Xmx1g", *self.java, *opens, "-Dfile.encoding=UTF-8"]
        with (self.folder / "console.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "-cp", f"{self.release.libraries()}/*", self.release.main, *places],
                cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        self._await()

    def _await(self) -> None:
        assert self.process is not None
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
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


def _until_ready(driver: neo4j.Driver) -> None:
    """Waits for the first answer: the port is open a moment before the server talks on it."""
    for _ in range(100):
        try:
            driver.verify_authentication()
        except ServiceUnavailable:
            time.sleep(0.1)
        else:
            return
