"""The app in a real browser: files go in, a question is answered, its citation opens, the findings come down."""

from __future__ import annotations

import csv
import io
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from openpyxl import load_workbook
from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException, TimeoutException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from corpus import version_id

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "corpus" / "sample"
FILES = ("栖澜市网格化服务管理条例.docx", "听潮街道网格化服务管理工作制度.md")
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
PATIENCE = 300  # seconds: a machine that does much else is slow, not wrong
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1440,900",
)
VERSION = """# 栖澜市井盖管理规定

{year}年5月20日 栖澜市人民代表大会常务委员会通过

<!-- INFO END -->

第一条 为了加强井盖管理，制定本规定。

第二条 {body}负责井盖管理。

第{last}条 本规定自{year}年8月1日起施行。
"""
OLD = VERSION.format(year=2019, body="市建设部门", last="三")
NEW = VERSION.format(year=2023, body="市城市管理部门", last="四")  # its third article is missing
TO_REVIEW = """# 栖澜市绿道管护条例

2023年5月20日 栖澜市人民代表大会常务委员会通过

<!-- INFO END -->

第一条 为了加强绿道管护，制定本条例。

第二条 有关部门应当建立绿道巡查档案，记录护栏和标识的损坏情况。

第三条 本条例自2023年8月1日起施行。
"""
MOVING = (StaleElementReferenceException, NoSuchElementException)
T = TypeVar("T")

pytestmark = pytest.mark.skipif(
    CHROMIUM is None or DRIVER is None, reason="no chromium and chromedriver on this machine (Debian: chromium-driver)"
)


@dataclass(frozen=True)
class Reader:
    """A person before the app: a browser, the app's address, the folder of downloads."""

    browser: webdriver.Chrome
    address: str
    downloads: Path

    def until(self, seen: Callable[[], T | bool | None], what: str) -> T:
        """What ``seen`` gives once it gives something; the page may be redrawn under our hands meanwhile."""
        wait = WebDriverWait(self.browser, PATIENCE, ignored_exceptions=MOVING)
        try:
            return cast(T, wait.until(lambda _: seen() or False))
        except TimeoutException:
            page = self.browser.find_element(By.TAG_NAME, "body").text
            raise AssertionError(f"not seen: {what}; the page says:\n{page}") from None

    def first(self, selector: str, words: str = "") -> WebElement:
        def seen() -> WebElement | None:
            elements = self.browser.find_elements(By.CSS_SELECTOR, selector)
            return next((element for element in elements if words in element.text and element.is_displayed()), None)

        return self.until(seen, f"{selector} {words}")

    def press(self, selector: str, words: str) -> None:
        def pressed() -> bool:
            self.first(selector, words).click()
            return True

        self.until(pressed, f"{selector} {words}")

    def go(self, page: str) -> None:
        self.press('[data-testid="stTopNavLinkContainer"]', page)

    def downloaded(self, name: str) -> bytes:
        path = self.downloads / name
        self.until(lambda: path.exists() and path.stat().st_size > 0, name)
        return path.read_bytes()


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real app on a free port, with an empty data directory that knows the sample's made-up places."""
    home = tmp_path_factory.mktemp("home")
    shutil.copyfile(SAMPLE / "territories.yaml", home / "territories-sample.yaml")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"QUANZE_HOME": str(home), "QUANZE_THREADS": "1", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "ui" / "app.py"), "--server.port", str(port)]
    with (home / "app.log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=home)
    try:
        _await(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def _await(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(PATIENCE * 5):
        assert process.poll() is None, "the app ended before it answered"
        try:
            with urlopen(address) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the app did not answer")


@pytest.fixture(scope="module")
def reader(app: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    downloads = tmp_path_factory.mktemp("downloads")
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for argument in (*ARGUMENTS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(str(DRIVER)))
    browser.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(downloads)})
    try:
        yield Reader(browser, app, downloads)
    finally:
        browser.quit()


def test_files_go_in_a_question_is_answered_and_the_findings_come_down(reader: Reader, tmp_path: Path) -> None:
    _upload(reader, tmp_path)
    _ask(reader)
    _open_citation(reader)
    _compare(reader, tmp_path)
    _download_findings(reader)
    _stays_on_this_machine(reader)


def _upload(reader: Reader, tmp_path: Path) -> None:
    broken = tmp_path / "损坏.pdf"
    broken.write_bytes(b"%PDF-1.7 broken")
    reader.browser.get(f"{reader.address}/corpus")
    _send(reader, *(SAMPLE / "texts" / name for name in FILES), broken)
    reader.first(".qz-line", "已导入 2 个，已有 0 个，失败 1 个")
    reader.first(".qz-line", "2 个文本版本中已编入 2 个")


def _send(reader: Reader, *paths: Path) -> None:
    box = reader.until(lambda: reader.browser.find_element(By.CSS_SELECTOR, "input[type=file]"), "upload box")
    box.send_keys("\n".join(map(str, paths)))
    chips = '[data-testid="stFileChip"]'
    reader.until(lambda: len(reader.browser.find_elements(By.CSS_SELECTOR, chips)) == len(paths), "files")
    reader.press("button", "导入")


def _ask(reader: Reader) -> None:
    reader.go("检索问答")
    box = reader.until(
        lambda: reader.browser.find_element(By.CSS_SELECTOR, 'input[type="text"][aria-label="问题"]'), "box"
    )
    box.send_keys("栖澜市网格化服务管理工作由哪个部门主管？", Keys.ENTER)
    assert "市社会工作部门" in reader.first(".qz-statement").text
    assert "市社会工作部门" in reader.first("mark").text
    assert reader.first(".qz-tag", "有效")


def _open_citation(reader: Reader) -> None:
    reader.press('[data-testid="stPageLink-NavLink"]', "《栖澜市网格化服务管理条例》第五条第一款")
    marked = reader.first(".qz-text .here")
    assert "市社会工作部门主管全市网格化服务管理工作" in marked.text
    address = urlsplit(reader.browser.current_url)
    assert (address.path, parse_qs(address.query)["eid"]) == ("/browse", ["art_5__para_1"])
    inside = "const box = arguments[0].getBoundingClientRect(); return box.top >= 0 && box.top < window.innerHeight"
    reader.until(lambda: reader.browser.execute_script(inside, reader.first(".qz-text .here")), "in view")
    reader.browser.get(reader.browser.current_url)
    assert "市社会工作部门主管" in reader.first(".qz-text .here").text, "the link of a colleague opens the same place"


def _compare(reader: Reader, tmp_path: Path) -> None:
    """Two texts of one instrument side by side; back in the newer one, the reader is told that it may not be whole."""
    paths = tmp_path / "旧.md", tmp_path / "新.md"
    for path, words in zip(paths, (OLD, NEW), strict=True):
        path.write_text(words, encoding="utf-8")
    reader.go("语料管理")
    _send(reader, *paths)
    reader.first(".qz-line", "已导入 2 个，已有 0 个，失败 0 个")
    old, new = (version_id(sha256(words.encode()).hexdigest()) for words in (OLD, NEW))
    reader.browser.get(f"{reader.address}/browse?v={new}")
    assert "第二条之后是第四条" in reader.first(".qz-doubts").text
    reader.press("button", "新旧对照")
    reader.press('[data-testid="stPopoverBody"] button', "对照")
    assert reader.first("table.qz-compare del").text == "建设"
    assert reader.first("table.qz-compare ins").text == "城市管理"
    assert parse_qs(urlsplit(reader.browser.current_url).query) == {"v": [new], "old": [old]}
    reader.press("button", "返回全文")
    assert "市城市管理部门负责" in reader.first(".qz-text").text


def test_a_finding_is_confirmed_rejected_and_taken_back_by_its_link(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "绿道.md"
    path.write_text(TO_REVIEW, encoding="utf-8")
    reader.browser.get(f"{reader.address}/corpus")
    _send(reader, path)
    reader.first(".qz-line", "已导入 1 个")
    reader.browser.get(f"{reader.address}/duties")
    words = reader.first(".qz-finding .qz-copy", "编号").text
    finding = words.split()[-1]
    reader.browser.get(f"{reader.address}/duties?finding={finding}")
    reader.first(".qz-finding .qz-tag", "未审核")
    cards = reader.browser.find_elements(By.CSS_SELECTOR, ".qz-finding")
    assert [card.text.count(f"编号 {finding}") for card in cards] == [1], "the link opens one finding"
    reader.press("button", "确认")
    reader.first(".qz-finding .qz-tag", "已确认")
    reader.press("button", "改结论")
    box = reader.until(lambda: reader.browser.find_element(By.CSS_SELECTOR, "textarea"), "reason")
    box.send_keys("条文已写明", Keys.CONTROL, Keys.ENTER)
    reader.press('[data-testid="stPopoverBody"] button', "驳回")
    reader.first(".qz-finding .qz-tag", "已驳回")
    reader.browser.get(f"{reader.address}/duties?finding={finding}")
    reader.first(".qz-finding .qz-tag", "已驳回")
    assert "条文已写明" in reader.browser.find_element(By.TAG_NAME, "body").text, "the reason is kept"
    reader.press("button", "撤销结论")
    reader.first(".qz-finding .qz-tag", "未审核")


def _download_findings(reader: Reader) -> None:
    reader.go("职责与发现")
    reader.press("button", "下载 CSV")
    rows = list(csv.DictReader(io.StringIO(reader.downloaded("发现.csv").decode("utf-8-sig"))))
    assert {"主体待定", "分工不明"} <= {row["类别"] for row in rows}
    assert all(row["理由"] and row["条款"] for row in rows)
    reader.press("button", "下载 Excel")
    sheet = load_workbook(io.BytesIO(reader.downloaded("发现.xlsx"))).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.max_row == len(rows) + 1
    assert [cell.value for cell in sheet[2]][1:4] == [rows[0]["类别"], rows[0]["文件"], rows[0]["条款"]]


def _stays_on_this_machine(reader: Reader) -> None:
    """No page asks another machine for anything (fonts, icons, counting)."""
    browser: Any = reader.browser  # selenium leaves get_log without types
    messages = [entry["message"] for entry in browser.get_log("performance")]
    asked = [message for message in messages if "requestWillBeSent" in message]
    assert asked
    assert [m for m in asked if '"url":"http' in m and f'"url":"{reader.address}' not in m] == []
