"""Working ahead: what is prepared is kept, may be stopped, is done by one process at a time, and is shown."""

from __future__ import annotations

import fcntl
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from streamlit.testing.v1 import AppTest

import ui.components.ahead
import ui.kept
import ui.kept_matters
from ui import analysis
from ui.cli import main
from ui.commands.prepare import prepare_with_progress
from ui.preparing import Stage, Step, prepare
from ui.services import Services, open_services
from ui.worker import State, Worker, command_for, step_of

ROOT = Path(__file__).resolve().parents[2]
REGULATION = """# 栖澜市绿道管护条例

2023年5月20日 栖澜市第九届人民代表大会常务委员会第十一次会议通过

<!-- INFO END -->

第一条 为了加强绿道管护，制定本条例。

第二条 市园林绿化部门应当编制绿道规划。有关部门应当建立绿道档案。
"""
SLEEPING = (sys.executable, "-c", "import time; time.sleep(600)")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "绿道.md"
    path.write_text(REGULATION, encoding="utf-8")
    return path


@pytest.fixture
def home(file: Path, tmp_path: Path) -> Path:
    services = open_services(tmp_path / "data")
    services.land([file])
    services.close()
    return tmp_path / "data"


def visit(home: Path, look: Callable[[Services], object]) -> object:
    services = open_services(home)
    try:
        return look(services)
    finally:
        services.close()


def never(*_: object) -> NoReturn:
    raise AssertionError("worked out again")


def everything(services: Services) -> tuple[int, ...]:
    made = services.analysis
    return len(made.duties()), len(made.findings()), sum(len(text.clauses) for text in made.clauses())


def until(condition: Callable[[], bool]) -> None:
    """Wait for what another process does; what is never true fails."""
    deadline = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < deadline, "never came true"
        time.sleep(0.05)


def forbid_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ui.kept, "extract_duties", never)
    monkeypatch.setattr(ui.kept, "clauses_of", never)
    monkeypatch.setattr(analysis, "find_findings", never)


def test_what_was_prepared_is_not_worked_out_again(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[Step] = []
    visit(home, lambda s: prepare(s.analysis, home, steps.append, s.matters.matters))
    assert [(step.stage, step.done) for step in steps if step.is_last] == [
        (Stage.DUTIES, 1),
        (Stage.CLAUSES, 1),
        (Stage.FINDINGS, 1),
        (Stage.MATTERS, 1),
    ]
    rules = [step for step in steps if step.stage is Stage.FINDINGS and not step.is_last]
    assert [step.done for step in rules] == list(range(1, len(rules) + 1))
    forbid_work(monkeypatch)
    duties, findings, clauses = everything_at(home)
    assert (duties > 0, findings > 0, clauses) == (True, True, 3)
    monkeypatch.setattr(ui.kept_matters, "group_matters", never)
    assert visit(home, lambda s: len(s.matters.matters())) == 2, "the page finds the matters grouped"


def everything_at(home: Path) -> tuple[int, ...]:
    found = visit(home, everything)
    assert isinstance(found, tuple)
    return found


def test_stopping_keeps_what_was_done(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ui.kept, "clauses_of", interrupted)
    assert visit(home, prepare_with_progress) is False
    assert "已停止提取" in capsys.readouterr().err
    monkeypatch.setattr(ui.kept, "extract_duties", never)
    assert visit(home, lambda s: len(s.analysis.duties())) == 2


def interrupted(*_: object) -> NoReturn:
    raise KeyboardInterrupt


def test_a_second_process_waits_for_the_first(home: Path) -> None:
    lock = os.open(home / "prepare.lock", os.O_RDWR | os.O_CREAT)
    fcntl.flock(lock, fcntl.LOCK_EX)
    steps: list[Step] = []

    def on_step(step: Step) -> None:
        steps.append(step)
        if step.stage is Stage.WAITING:
            fcntl.flock(lock, fcntl.LOCK_UN)

    visit(home, lambda s: prepare(s.analysis, home, on_step))
    os.close(lock)
    assert (steps[0].stage, steps[-1].stage, steps[-1].is_last) == (Stage.WAITING, Stage.MATTERS, True)


@pytest.mark.parametrize(("options", "kept"), [((), True), (("--no-prepare",), False)])
def test_ingest_prepares_unless_told_not_to(
    file: Path, tmp_path: Path, options: tuple[str, ...], kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "other"
    assert main(["ingest", str(file), "--no-index", *options, "--home", str(home)]) == 0
    forbid_work(monkeypatch)
    if kept:
        assert everything_at(home)[2] == 3
    else:
        with pytest.raises(AssertionError, match="worked out again"):
            visit(home, everything)


@pytest.mark.parametrize(
    "line", ["", "a warning", "[]", '{"stage": "duties"}', '{"stage": "x", "done": 1, "total": 1}']
)
def test_words_that_are_no_step_are_passed_over(line: str) -> None:
    assert step_of(line) is None


def test_the_worker_prepares_in_a_process_of_its_own(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = Worker(command_for(home))
    assert (worker.state, worker.is_through(Stage.DUTIES)) == (State.IDLE, False)
    worker.ensure(1)
    until(lambda: worker.state is not State.WORKING)
    assert (worker.state, worker.is_through(Stage.FINDINGS)) == (State.DONE, True)
    forbid_work(monkeypatch)
    assert everything_at(home)[2] == 3


def test_a_stopped_worker_rests_until_it_is_told_or_the_corpus_changes() -> None:
    worker = Worker(SLEEPING)
    worker.ensure("before")
    worker.stop()
    worker.ensure("before")
    assert (worker.state, worker.is_through(Stage.DUTIES)) == (State.STOPPED, False)
    worker.resume()
    assert worker.state is State.WORKING
    worker.stop()
    worker.ensure("after")
    assert worker.state is State.WORKING
    worker.stop()


def test_a_worker_that_breaks_says_so_and_pages_work_for_themselves() -> None:
    worker = Worker((sys.executable, "-c", "raise SystemExit(3)"))
    worker.ensure(1)
    until(lambda: worker.state is not State.WORKING)
    assert worker.state is State.FAILED
    missing = Worker(("/no/such/program",))
    missing.ensure(1)
    assert missing.state is State.FAILED


def test_the_page_shows_the_work_and_can_stop_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUANZE_HOME", str(home))
    monkeypatch.setenv(ui.components.ahead.SWITCH, "1")
    monkeypatch.setattr(ui.components.ahead, "command_for", lambda home: SLEEPING)
    app = AppTest.from_file(str(ROOT / "ui" / "app.py"), default_timeout=120)
    app.run()
    app.switch_page("views/duties.py").run()
    assert not app.exception
    assert [button.label for button in app.button] == ["停止"]
    app.button(key="stop_prepare").click().run()
    assert [button.label for button in app.button] == ["继续提取"]
    app.button[0].click().run()
    assert [button.label for button in app.button] == ["停止"]
    app.button(key="stop_prepare").click().run()
