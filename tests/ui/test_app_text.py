"""What the pages make of texts: escaped, marked where quoted, an outline by span, a whole text with nothing lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from pathlib import Path

import pytest
import yaml

from corpus import Version, gazetteer
from ingest import read_file
from ui.components.citation_link import copy_button, provision_address
from ui.components.markup import marked, plain_label
from ui.components.nesting import Nested
from ui.components.outline import outline_html, read_outline
from ui.components.provision_text import text_html
from ui.components.upload import save

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "corpus" / "sample"


class Sent:
    """A file as the browser sends it."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.data = data

    def getvalue(self) -> bytes:
        return self.data


@pytest.fixture(scope="module")
def versions() -> dict[str, Version]:
    places = gazetteer(SAMPLE / "territories.yaml")
    parsed = [read_file(path, places)[0] for path in sorted((SAMPLE / "texts").iterdir())]
    return {text.instrument.title: text.version for text in parsed}


@pytest.mark.parametrize(
    ("text", "quotes", "expected"),
    [
        ("甲负责乙。", ["甲负责"], "<mark>甲负责</mark>乙。"),
        ("甲负责\n乙。", ["甲负责乙"], "<mark>甲负责\n乙</mark>。"),
        ("甲负责乙，丙负责丁。", ["负责乙", "甲负责"], "<mark>甲负责乙</mark>，丙负责丁。"),
        ("甲负责乙。", ["丁"], "甲负责乙。"),
        ("甲负责乙。", ["", " "], "甲负责乙。"),
        ("<b>甲</b>", ["<b>"], "<mark>&lt;b&gt;</mark>甲&lt;/b&gt;"),
        ("按照（一）处理", ["（一）"], "按照<mark>（一）</mark>处理"),
        ("甲.乙", ["甲乙"], "甲.乙"),
    ],
)
def test_quoted_runs_are_marked_and_everything_is_escaped(text: str, quotes: Sequence[str], expected: str) -> None:
    assert marked(text, quotes) == expected


def test_a_label_means_nothing_to_markdown() -> None:
    assert (
        re.sub(r"\\(.)", r"\1", plain_label("[甲](http://x) :red[乙] $丙$ *丁*")) == "[甲](http://x) :red[乙] $丙$ *丁*"
    )
    assert not re.search(r"(?<!\\)[\[\]*$:]", plain_label("[甲](http://x) :red[乙] $丙$ *丁*"))


def test_a_citation_with_quotes_stays_inside_its_attribute() -> None:
    assert '"><script>' not in copy_button('《甲"><script>》第一条')
    assert provision_address("v1&x=1") == "browse?v=v1%26x%3D1"


def test_the_outline_puts_articles_into_the_chapter_they_are_printed_in(versions: dict[str, Version]) -> None:
    nodes = read_outline(versions["栖澜市网格化服务管理条例"])
    assert all(node.provision.kind.chinese == "章" for node in nodes)
    below = [child.provision for node in nodes for child in node.below]
    assert [p.eid for p in below] == [p.eid for p in versions["栖澜市网格化服务管理条例"].articles]


def test_the_outline_of_a_policy_text_nests_its_headings(versions: dict[str, Version]) -> None:
    title = next(title for title in versions if "市域社会治理现代化的意见" in title)

    def depth(node: Nested) -> int:
        return 1 + max(map(depth, node.below), default=0)

    assert max(map(depth, read_outline(versions[title]))) >= 3


def test_the_outline_of_a_long_text_unfolds_only_where_the_reader_is(versions: dict[str, Version]) -> None:
    version = versions["栖澜市网格化服务管理条例"]
    assert "<details open>" in outline_html(version, "甲")
    article = version.articles[-1].eid
    assert f'data-eid="{article}"' in outline_html(version, "甲", article)
    assert re.findall(r'class="here">([^<\s]+)', outline_html(version, "甲", f"{article}__para_1")) == [
        version.articles[-1].label
    ]


def words_of(html: str) -> str:
    without = re.sub(r"<button.*?</button>", "", html)
    return re.sub(r"\s", "", unescape(re.sub(r"<[^>]+>", "", without)))


def test_the_page_shows_every_sign_of_every_text_in_its_order(versions: dict[str, Version]) -> None:
    assert len(versions) >= 10
    for title, version in versions.items():
        assert words_of(text_html(version, title)) == re.sub(r"\s", "", version.text), title


def test_the_cited_provision_alone_is_marked(versions: dict[str, Version]) -> None:
    html = text_html(versions["栖澜市网格化服务管理条例"], "栖澜市网格化服务管理条例", "art_5__para_1__item_2")
    assert re.findall(r'class="[^"]* here" id="([^"]+)"', html) == ["art_5__para_1__item_2"]


def test_each_provision_offers_its_citation_as_drafters_write_it(versions: dict[str, Version]) -> None:
    html = text_html(versions["栖澜市网格化服务管理条例"], "栖澜市网格化服务管理条例")
    assert 'data-copy="《栖澜市网格化服务管理条例》第五条第一款第（二）项"' in html


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("甲.md", "甲.md"),
        ("../../甲.md", "甲.md"),
        ("..\\..\\甲.md", "甲.md"),
        ("/etc/甲.md", "甲.md"),
        ("", "（无名文件）"),
    ],
)
def test_an_uploaded_name_never_leads_out_of_its_folder(name: str, kept: str, tmp_path: Path) -> None:
    (path,) = save([Sent(name, b"x")], tmp_path)
    assert path == tmp_path / "0" / kept
    assert path.read_bytes() == b"x"


def test_two_files_of_one_name_are_both_kept(tmp_path: Path) -> None:
    first, second = save([Sent("甲.md", b"1"), Sent("甲.md", b"2")], tmp_path)
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")


def test_labels_of_streamlit_are_replaced_by_chinese_ones() -> None:
    labels = yaml.safe_load((ROOT / "ui" / "components" / "chrome_labels.yaml").read_text(encoding="utf-8"))
    assert all(isinstance(key, str) and re.search("[A-Za-z]", key) for key in labels)
    assert all(re.search("[一-鿿]", value) for value in labels.values())
