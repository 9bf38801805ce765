"""The house stands as drawn: packages listed, imports one way, telemetry off, nothing of this machine in the texts."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("corpus", "ingest", "index", "answers", "duties", "ui", "eval")


def test_every_package_is_listed() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]
    found = [init.parent for room in ROOMS for init in (ROOT / room).rglob("__init__.py")]
    assert sorted(listed) == sorted(".".join(folder.relative_to(ROOT).parts) for folder in found)


def test_imports_go_one_way() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("room", ROOMS)
def test_importing_a_room_switches_telemetry_off(room: str) -> None:
    code = (
        f"import {room}, os\n"
        "from haystack.telemetry import _telemetry\n"
        "assert _telemetry.telemetry is None, 'Haystack reports'\n"
        "assert os.environ['HF_HUB_OFFLINE'] == '1'\n"
        "assert os.environ['STREAMLIT_BROWSER_GATHER_USAGE_STATS'] == 'false'\n"
    )
    kept = {"PATH": "/usr/bin:/bin", "HOME": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=kept, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("room", ROOMS)
def test_others_enter_a_room_by_its_front_door(room: str) -> None:
    deep = re.compile(rf"^\s*(?:from|import) {room}\.(?!offline\b)\w+", re.M)
    intruders = [
        str(file.relative_to(ROOT))
        for other in ROOMS
        if other != room
        for file in (ROOT / other).rglob("*.py")
        if deep.search(file.read_text(encoding="utf-8"))
    ]
    assert intruders == []


def test_every_version_is_pinned() -> None:
    lines = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if line and line[0] != "#"]
    assert lines
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!_-]+", line)] == []


def test_both_readmes_give_the_same_commands() -> None:
    commands = [
        list(re.findall(r"^(?:make|quanze) .*", (ROOT / name).read_text(encoding="utf-8"), re.M))
        for name in ("README.md", "README.zh-CN.md")
    ]
    strip = [[re.sub(r"\s*#.*", "", line) for line in lines] for lines in commands]
    assert strip[0] == strip[1]
    assert {"make run", "make test"} <= set(strip[0])
