"""The extractor by a language model against a real server on this machine that answers as OpenAI's does."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from corpus import Instrument, Settings, Version, gazetteer
from duties import Endpoint, LlmError, LlmReading, connect, extract_with_llm
from ingest import read_file

SAMPLE = Path(__file__).resolve().parents[2] / "corpus" / "sample"
BODY = """第一条 市公安机关负责犬只管理工作，应当会同市农业农村部门编制管理规划，报市人民政府批准。

第二条 街道办事处应当设立登记点。接到举报的，应当立即处理。"""
GOOD = {
    "place": "art_1__para_1",
    "bearer": "市公安机关",
    "role": "lead",
    "modality": "must",
    "act": "编制管理规划",
    "matter": "管理规划",
    "quote": "市公安机关负责犬只管理工作，应当会同市农业农村部门编制管理规划",
}
CARRIED = GOOD | {
    "place": "art_2__para_1",
    "bearer": "街道办事处",
    "act": "立即处理",
    "matter": "处理举报",
    "quote": "接到举报的，应当立即处理",
}
Answer = Callable[[dict[str, object]], tuple[int, str]]


@pytest.fixture
def text(tmp_path: Path) -> tuple[Instrument, Version]:
    path = tmp_path / "栖澜市犬只管理条例.md"
    path.write_text(f"# 栖澜市犬只管理条例\n\n<!-- INFO END -->\n\n{BODY}\n", encoding="utf-8")
    parsed = read_file(path, gazetteer(SAMPLE / "territories.yaml"))[0]
    return parsed.instrument, parsed.version


class Server:
    """Answers what ``answer`` says and keeps what it was asked."""

    def __init__(self) -> None:
        self.answer: Answer = lambda asked: (200, reply([]))
        self.asked: list[dict[str, object]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.asked.append({**asked, "authorization": self.headers["Authorization"], "path": self.path})
                status, body = outer.answer(asked)
                data = body.encode()
                try:
                    self.send_response(status)
                    self.send_header("Content-Type", "application/json")
                    self.send_header("Content-Length", str(len(data)))
                    self.end_headers()
                    self.wfile.write(data)
                except OSError:
                    pass  # the client gave up waiting

            def log_message(self, *_: object) -> None:
                return

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}/v1"


def reply(rows: list[dict[str, str]] | str) -> str:
    content = rows if isinstance(rows, str) else json.dumps({"duties": rows}, ensure_ascii=False)
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return json.dumps({"id": "1", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice]})


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    running = Server()
    thread = threading.Thread(target=running.http.serve_forever, daemon=True)
    thread.start()
    yield running
    running.http.shutdown()
    running.http.server_close()
    thread.join()


def read(server: Server, text: tuple[Instrument, Version], timeout: float = 20.0) -> LlmReading:
    return extract_with_llm(*text, connect(Endpoint(server.url, "m", "secret", timeout)))


def by_article(first: list[dict[str, str]] | str, second: list[dict[str, str]] | str = "{}") -> Answer:
    return lambda asked: (200, reply(first if "art_1__" in json.dumps(asked) else second))


def test_what_stands_in_the_text_becomes_a_duty(server: Server, text: tuple[Instrument, Version]) -> None:
    server.answer = by_article([GOOD], [CARRIED])
    reading = read(server, text)
    first, second = reading.duties
    assert (first.bearer, first.bodies, [level.value for level in first.levels]) == (
        "市公安机关",
        ("公安机关",),
        ["municipal"],
    )
    assert [text[1].text[duty.start : duty.end] for duty in reading.duties] == [GOOD["quote"], CARRIED["quote"]]
    assert [(other.dealing.value, other.words) for other in first.counterparts] == [
        ("会同", "市农业农村部门"),
        ("报批", "市人民政府"),
    ]
    assert (second.bearer, second.condition, second.matter) == ("街道办事处", "接到举报的", "立即处理")
    assert (dict(reading.dropped), reading.failures) == ({}, ())


def test_the_model_is_asked_as_configured(server: Server, text: tuple[Instrument, Version]) -> None:
    read(server, text)
    asked = server.asked[0]
    assert (asked["model"], asked["authorization"], asked["path"]) == ("m", "Bearer secret", "/v1/chat/completions")
    assert "json_schema" in json.dumps(asked["response_format"])
    assert "[art_1__para_1] 市公安机关负责" in json.dumps(asked["messages"], ensure_ascii=False)
    assert len(server.asked) == len(text[1].articles)


FAULTS = [
    ({"quote": "市公安机关应当编制规划"}, "原文中没有这段引文"),
    ({"bearer": "市民政局"}, "原文中没有这一主体"),
    ({"place": "art_9__para_1"}, "没有这一条款"),
    ({"role": "boss"}, "不合格式"),
    ({"quote": ""}, "不合格式"),
]


@pytest.mark.parametrize(("change", "reason"), FAULTS)
def test_what_does_not_stand_in_the_text_is_dropped_and_counted(
    server: Server, text: tuple[Instrument, Version], change: dict[str, str], reason: str
) -> None:
    server.answer = by_article([GOOD, GOOD | change], [])
    reading = read(server, text)
    assert [duty.quote for duty in reading.duties] == [GOOD["quote"]]
    assert dict(reading.dropped) == {reason: 1}


@pytest.mark.parametrize("answer", ["不知道", '{"duties": [', '{"rows": []}', "[]"])
def test_an_answer_that_is_no_json_costs_its_article_only(
    server: Server, text: tuple[Instrument, Version], answer: str
) -> None:
    server.answer = by_article(answer, [CARRIED])
    reading = read(server, text)
    assert [duty.bearer for duty in reading.duties] == ["街道办事处"]
    assert [place for place, _ in reading.failures] == ["art_1__para_1"]


def test_json_in_a_fence_is_read(server: Server, text: tuple[Instrument, Version]) -> None:
    server.answer = by_article("```json\n" + json.dumps({"duties": [GOOD]}) + "\n```", [])
    assert len(read(server, text).duties) == 1


def test_a_refusal_of_the_service_is_a_failure_in_chinese(server: Server, text: tuple[Instrument, Version]) -> None:
    server.answer = lambda asked: (401, '{"error": {"message": "bad key"}}')
    reading = read(server, text)
    assert reading.duties == ()
    assert all("大模型接口没有正常回答" in words and server.url in words for _, words in reading.failures)


def test_an_answer_that_never_comes_is_given_up(server: Server, text: tuple[Instrument, Version]) -> None:
    def slowly(asked: dict[str, object]) -> tuple[int, str]:
        if "art_1__" in json.dumps(asked):
            time.sleep(1.0)
        return 200, reply([CARRIED])

    server.answer = slowly
    reading = read(server, text, timeout=0.3)
    assert "art_1__para_1" in [place for place, _ in reading.failures]


def test_no_endpoint_is_a_plain_message() -> None:
    with pytest.raises(LlmError, match=r"没有配置大模型接口.*QUANZE_LLM_URL"):
        Endpoint.of(Settings.from_environment(environ={"QUANZE_LLM_MODEL": "m"}))


def test_the_endpoint_is_what_the_environment_says() -> None:
    environ = {"QUANZE_LLM_URL": "http://a/v1", "QUANZE_LLM_MODEL": "m", "QUANZE_LLM_KEY": "k"}
    settings = Settings.from_environment(environ=environ)
    assert Endpoint.of(settings) == Endpoint("http://a/v1", "m", "k")
    assert "'k'" not in repr(settings)
