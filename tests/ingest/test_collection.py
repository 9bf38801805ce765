"""A file of several papers comes apart, each with its own title; plain prose is taken in where it is an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import NormKind
from ingest import IngestError, read_file
from tests.ingest.texts import GAZETTEER

SENTENCES = [
    f"栖澜市第{n}片区建立河道巡查、清淤疏浚和生态修复相结合的长效工作机制，成效逐步显现。" for n in range(1, 41)
]
PROSE = ["".join(SENTENCES[i : i + 4]) for i in range(0, 40, 4)]


def read(folder: Path, *lines: str, suffix: str = ".txt") -> tuple[str, ...]:
    path = folder / f"汇编{suffix}"
    path.write_text("\n".join(lines), encoding="utf-8")
    return tuple(text.instrument.title for text in read_file(path, GAZETTEER))


@pytest.mark.parametrize("form", ["篇{}:河道治理", "【篇{}】", "第{}篇 河道治理", "范文{}：河道治理"])
def test_a_collection_comes_apart(tmp_path: Path, form: str) -> None:
    lines = [
        "河道治理（3篇）以下是为大家整理的文章，供参考。",
        form.format("一"), "栖澜市河道治理的经验", *PROSE[:3],
        form.format("二"), "栖澜市推进河湖长制", "工作的调研与思考", "作者：某甲 来源：某刊", "一、现状", *PROSE[3:6],
        form.format("三"), *PROSE[6:],
    ]  # fmt: skip
    titles = read(tmp_path, *lines)
    assert titles == ("栖澜市河道治理的经验", "栖澜市推进河湖长制工作的调研与思考", form.format("三"))


def test_every_paper_has_its_own_words_only(tmp_path: Path) -> None:
    path = tmp_path / "汇编.txt"
    path.write_text("\n".join(["篇一：甲", *PROSE[:5], "篇二：乙", *PROSE[5:]]), encoding="utf-8")
    first, second = (text.version for text in read_file(path, GAZETTEER))
    assert first.id != second.id
    assert first.text == "\n".join(["篇一：甲", *PROSE[:5]])
    assert second.text == "\n".join(["篇二：乙", *PROSE[5:]])
    assert "文件含有2篇文章，已分开收录" in second.warnings


@pytest.mark.parametrize(
    "lines",
    [
        ["栖澜市志", "第一篇 总述", "第三篇 河道", *PROSE],
        ["栖澜市志", "第二篇 总述", *PROSE[:5], "第三篇 河道", *PROSE[5:]],
        ["栖澜市志", "篇一：总述", *PROSE],
        ["栖澜市志", "篇一：总述", "篇二：河道", *PROSE],
    ],
)
def test_numbers_that_do_not_run_or_hold_no_words_divide_nothing(tmp_path: Path, lines: list[str]) -> None:
    assert len(read(tmp_path, *lines)) == 1


@pytest.mark.parametrize("suffix", [".txt", ".html", ".md"])
def test_an_article_of_plain_prose_is_taken_in(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"文章{suffix}"
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE) if suffix == ".html" else "\n\n".join(PROSE)
    path.write_text(body, encoding="utf-8")
    (text,) = read_file(path, GAZETTEER)
    assert text.instrument.kind is NormKind.OTHER
    assert len(text.version.provisions) == len(PROSE)
    assert any("按自然段收录" in warning for warning in text.version.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "这是一篇新闻报道，没有任何条文。" * 200,
        "\n".join(PROSE[:2]),
        "\n".join(f"{n}\t河道\t1.2\tok" for n in range(99)),
    ],
)
def test_news_and_tables_of_data_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(IngestError, match="未识别到条文或序号"):
        read(tmp_path, text)
