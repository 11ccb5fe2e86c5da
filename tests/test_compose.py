"""docker-compose.yml: valid by the Compose schema, no password of its own, a Neo4j that says when it is ready."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

FILE = Path(__file__).parents[1] / "docker-compose.yml"


@pytest.fixture
def services() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))["services"]
    return found


def _checked(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_it_is_valid_by_the_compose_schema() -> None:
    ran = _checked(FILE)
    assert ran.returncode == 0, ran.stdout


def test_the_check_would_find_a_mistake(tmp_path: Path) -> None:
    spoilt = tmp_path / "docker-compose.yml"
    spoilt.write_text(FILE.read_text("utf-8").replace("healthcheck:", "health_check:"), "utf-8")
    assert _checked(spoilt).returncode == 1


def test_every_password_is_the_users_own_and_must_be_set(services: dict[str, Any]) -> None:
    told = [
        value
        for service in services.values()
        for name, value in service["environment"].items()
        if "PASSWORD" in name or "AUTH" in name
    ]
    assert len(told) == 2
    assert all("${NEO4J_PASSWORD:?" in value for value in told)


def test_neo4j_is_checked_kept_and_for_this_machine_alone(services: dict[str, Any]) -> None:
    neo4j = services["neo4j"]
    assert "cypher-shell" in neo4j["healthcheck"]["test"][1]
    assert "neo4j-data:/data" in neo4j["volumes"]
    assert all(port.startswith("127.0.0.1:") for port in neo4j["ports"])


def test_the_tool_waits_for_neo4j(services: dict[str, Any]) -> None:
    tool = services["policygraph"]
    assert tool["depends_on"]["neo4j"]["condition"] == "service_healthy"
    assert tool["environment"]["NEO4J_URI"] == "bolt://neo4j:7687"
