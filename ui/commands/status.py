"""``quanze status``: what is in the corpus and in the index."""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import date

from corpus import QuanzeError, VersionSummary
from ui.commands.output import print_json
from ui.services import Services


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only --json."""
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def run(args: argparse.Namespace, services: Services) -> int:
    """Print counts, the texts that came in with warnings, and how far the index is."""
    row = status_row(services)
    if args.json:
        print_json(row)
    else:
        for key, words in _WORDS.items():
            print(f"{words}：{_plain(row[key])}")
    return 0


_WORDS = {
    "home": "数据目录",
    "instruments": "文件",
    "versions": "文本版本",
    "provisions": "条文单位",
    "articles": "条",
    "kinds": "文件类型",
    "levels": "层级",
    "statuses": "时效",
    "indexed_versions": "已入索引的文本",
    "index_problem": "索引问题",
    "incomplete": "可能不完整的文本",
    "warnings": "需留意的文本",
    "failures": "最近的导入失败",
}


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return "，".join(f"{key} {count}" for key, count in value.items()) or "无"
    if isinstance(value, list):
        return "".join(f"\n  {'：'.join(map(str, entry.values()))}" for entry in value) or "无"
    return str(value if value not in (None, "") else "无")


def status_row(services: Services) -> dict[str, object]:
    """The state of the data directory as one row."""
    summaries, today = services.store.summaries(), date.today()
    failures = [r for r in services.store.records() if r.status == "failed"]
    indexed, problem = _index_state(services)
    return {
        "home": str(services.settings.home),
        "instruments": len({s.instrument.id for s in summaries}),
        "versions": len(summaries),
        "provisions": sum(s.provisions for s in summaries),
        "articles": sum(s.articles for s in summaries),
        "kinds": dict(Counter(s.instrument.kind.value for s in summaries)),
        "levels": dict(Counter(s.instrument.level.value for s in summaries)),
        "statuses": dict(Counter(s.status(today).value for s in summaries)),
        "indexed_versions": indexed,
        "index_problem": problem,
        "incomplete": [_told(s, "incomplete", s.incomplete) for s in summaries if s.incomplete],
        "warnings": [_told(s, "warning", s.warnings) for s in summaries if s.warnings],
        "failures": [{"path": r.path, "error": r.error} for r in failures],
    }


def _told(summary: VersionSummary, key: str, words: tuple[str, ...]) -> dict[str, str]:
    """The text by its title and file: two texts of one instrument are told apart."""
    return {"title": summary.instrument.title, "file": summary.source.name, key: "；".join(words)}


def _index_state(services: Services) -> tuple[int | None, str | None]:
    try:
        return len(services.index.versions()), None
    except QuanzeError as error:
        return None, str(error)
