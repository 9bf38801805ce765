"""The facts of a version (题注与元数据): 文号, 制定机关, 类型, 层级, 地区, the dates, the source file."""

from __future__ import annotations

from datetime import date

from corpus import VersionSummary
from ui.components.markup import escaped

UNKNOWN = "未载明"


def facts_of(summary: VersionSummary) -> tuple[tuple[str, str], ...]:
    """Pairs of word and value, in the order in which an official looks for them."""
    instrument, dates = summary.instrument, summary.dates
    repealed = (("废止", repeal_words(summary)),) if summary.interval.repealed else ()
    return (
        ("文号", instrument.document_number or UNKNOWN),
        ("制定机关", instrument.issuing_authority or UNKNOWN),
        ("文件类型", instrument.kind.value),
        ("层级", instrument.level.chinese),
        ("地区", "".join(instrument.territory.chain) or instrument.territory.name),
        ("通过日期", day_words(dates.adopted_on)),
        *((("批准日期", day_words(dates.approved_on)),) if dates.approved_on else ()),
        ("公布日期", day_words(dates.promulgated_on)),
        ("施行日期", day_words(dates.effective_on)),
        *repealed,
        ("条文", count_words(summary)),
        ("来源文件", f"{summary.source.name}（{size_words(summary.source.size)}）"),
    )


def repeal_words(summary: VersionSummary) -> str:
    """From when the text is repealed, and by which text where that is known."""
    by = summary.interval.repealed_by
    return f"{day_words(summary.interval.ends_on)}起" + (f"，被《{by.by}》废止" if by is not None else "")


def facts_html(summary: VersionSummary) -> str:
    """The facts as HTML, escaped."""
    rows = (f'<div><span class="k">{k}</span><span class="v">{escaped(v)}</span></div>' for k, v in facts_of(summary))
    return f'<div class="qz-facts">{"".join(rows)}</div>'


def count_words(summary: VersionSummary) -> str:
    """How much there is: 条 where the text has such, and units of any kind."""
    articles = f"{summary.articles} 条，" if summary.articles else ""
    return f"{articles}{summary.provisions} 个条文单位"


def day_words(day: date | None) -> str:
    """A date as officials write it.

    >>> day_words(date(2024, 5, 1))
    '2024年5月1日'
    """
    return f"{day.year}年{day.month}月{day.day}日" if day is not None else UNKNOWN


def size_words(size: int) -> str:
    """A file size.

    >>> size_words(2300)
    '2.2 KB'
    """
    return f"{size / 1024:.1f} KB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"
