"""``quanze compare TITLE``: two texts of one instrument, provision by provision."""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import date

from corpus import (
    ChangeKind,
    ComparedText,
    Instrument,
    ProvisionChange,
    QuanzeError,
    Version,
    VersionSummary,
    candidates_for,
    compare_versions,
)
from ui.commands.output import print_json
from ui.services import Services


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TITLE, --from, --to, --all and --json."""
    parser.add_argument("title", metavar="TITLE", help="文件名称，如 栖澜市网格化服务管理条例")
    _add_day(parser, "--from", "from_day", "旧文本：在这一天有效的（默认倒数第二个文本）")
    _add_day(parser, "--to", "to_day", "新文本：在这一天有效的（默认最新的文本）")
    parser.add_argument("--all", action="store_true", help="也列出未变的条文")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def _add_day(parser: argparse.ArgumentParser, name: str, dest: str, words: str) -> None:
    parser.add_argument(name, dest=dest, type=date.fromisoformat, default=None, metavar="DATE", help=words)


def run(args: argparse.Namespace, services: Services) -> int:
    """Print the changes; QuanzeError where there are not two texts to compare."""
    instrument = one_instrument(args.title, services)
    old, new = choose_versions(services, instrument, args.from_day, args.to_day)
    versions = services.store.version(old.id), services.store.version(new.id)
    changes = compare_versions(*versions)
    if args.json:
        print_json(comparison_row(instrument, (old, new), versions, changes))
        return 0
    print(f"《{instrument.title}》：{starts_words(old)} → {starts_words(new)}")
    print("，".join(f"{kind.value} {count}" for kind, count in counts(changes).items()))
    for change in changes:
        if args.all or change.kind is not ChangeKind.SAME:
            print(f"\n{change_words(change)}\n{_sides(change, versions)}")
    return 0


def one_instrument(title: str, services: Services) -> Instrument:
    """The instrument that ``title`` means; QuanzeError where it means none or several."""
    wanted = title.strip("《》 　")
    found = candidates_for(wanted, services.store)
    if len(found) > 1:
        names = "、".join(f"《{i.title}》（{i.territory.name}）" for i in found[:8])
        raise QuanzeError("名称可能指几部文件", place=f"《{wanted}》", remedy=f"请写明全称：{names}")
    if not found:
        raise QuanzeError(
            "语料库中没有这个文件", place=f"《{wanted}》", remedy="请用 quanze status 查看，或先导入该文件"
        )
    return found[0]


def choose_versions(
    services: Services, instrument: Instrument, from_day: date | None, to_day: date | None
) -> tuple[VersionSummary, VersionSummary]:
    """The older and the newer text: those in force on the days asked, else the last two."""
    mine = sorted(
        (s for s in services.store.summaries() if s.instrument.id == instrument.id), key=lambda s: s.interval.starts_on
    )
    place = f"《{instrument.title}》"
    if len(mine) < 2:
        raise QuanzeError("语料库中只有这个文件的一个文本，无从比较", place=place, remedy="请先导入它的另一个文本")
    new = mine[-1] if to_day is None else _holding(services, instrument, mine, to_day)
    before = [s for s in mine if s.interval.starts_on < new.interval.starts_on] or mine[:1]
    old = before[-1] if from_day is None else _holding(services, instrument, mine, from_day)
    if old.id == new.id:
        known = "、".join(starts_words(s) for s in mine)
        raise QuanzeError("两个日期落在同一个文本上", place=place, remedy=f"已有文本：{known}")
    return old, new


def _holding(services: Services, instrument: Instrument, mine: list[VersionSummary], day: date) -> VersionSummary:
    version = services.store.version_in_force(instrument.id, day)
    if version is None:
        known = "、".join(starts_words(s) for s in mine)
        raise QuanzeError(
            f"{day.isoformat()}没有有效文本", place=f"《{instrument.title}》", remedy=f"已有文本：{known}"
        )
    return next(s for s in mine if s.id == version.id)


def starts_words(summary: VersionSummary) -> str:
    """How a text is named among its fellows (2024-05-01起的文本)."""
    starts = summary.interval.starts_on
    return "日期未载明的文本" if starts == date.min else f"{starts.isoformat()}起的文本"


def counts(changes: tuple[ProvisionChange, ...]) -> dict[ChangeKind, int]:
    """How many provisions met with each kind of change, in the order of the kinds."""
    found = Counter(change.kind for change in changes)
    return {kind: found[kind] for kind in ChangeKind if found[kind]}


def change_words(change: ProvisionChange) -> str:
    """The change's kind and numbers (修改：第六条 → 第八条)."""
    labels = [side.provision.label or side.provision.kind.chinese for side in (change.old, change.new) if side]
    return f"【{change.kind.value}】{' → '.join(dict.fromkeys(labels))}"


def _sides(change: ProvisionChange, versions: tuple[Version, Version]) -> str:
    if change.kind is ChangeKind.MOVED and change.new is not None:
        return f"  {_shown(versions[1], change.new)}"
    sides = zip("-+", versions, (change.old, change.new), strict=True)
    return "\n".join(f"{sign} {_shown(version, side)}" for sign, version, side in sides if side is not None)


def _shown(version: Version, side: ComparedText) -> str:
    """The text with its changed words in 〔〕, later lines set in."""
    pieces, here = [], side.start
    for start, end in side.changed:
        pieces += [version.text[here:start], "〔", version.text[start:end], "〕"]
        here = end
    lines = "".join([*pieces, version.text[here : side.end]]).split("\n")
    return "\n  ".join(line for line in lines if line.strip())


def comparison_row(
    instrument: Instrument,
    summaries: tuple[VersionSummary, VersionSummary],
    versions: tuple[Version, Version],
    changes: tuple[ProvisionChange, ...],
) -> dict[str, object]:
    """``{"doc", "from", "to", "counts", "changes"}``; every provision of both texts once."""
    old, new = ({"version": s.id, "starts_on": _day(s.interval.starts_on)} for s in summaries)
    return {
        "doc": instrument.title,
        "from": old,
        "to": new,
        "counts": {kind.name.lower(): count for kind, count in counts(changes).items()},
        "changes": [
            {
                "kind": change.kind.name.lower(),
                "renumbered": change.is_renumbered,
                "old": _side_row(change.old, versions[0]),
                "new": _side_row(change.new, versions[1]),
            }
            for change in changes
        ],
    }


def _day(day: date) -> str | None:
    return None if day == date.min else day.isoformat()


def _side_row(side: ComparedText | None, version: Version) -> dict[str, object] | None:
    """``changed`` are [start, end) in ``text``."""
    if side is None:
        return None
    return {
        "eid": str(side.provision.eid),
        "label": side.provision.label,
        "text": version.text[side.start : side.end],
        "changed": [[start - side.start, end - side.start] for start, end in side.changed],
    }
