"""A plain-text source of a sample text: title, 公文 fields, and blocks of one kind each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

_INFO_END = "<!-- INFO END -->"
_FIELD = re.compile(r"(?P<name>文号|主送|落款|成文日期)：(?P<value>.+)")


class BlockKind(Enum):
    """What a block of text is, by how it begins (一、 / （一） / 1. / 第一条 …)."""

    CHAPTER = re.compile(r"## ")  # ## 第一章 总则
    HEADING = re.compile(r"[一二三四五六七八九十]+、")  # 一、总体要求
    SUBHEADING = re.compile(r"（[一二三四五六七八九十]+）")  # （一）指导思想。 and the items （一） of an article
    POINT = re.compile(r"\d+\. ")  # 1. 各区…
    ARTICLE = re.compile(r"第[一二三四五六七八九十百]+条(?:之[一二三四五六七八九十])?　? ?")  # 第十八条之一 …
    ROW = re.compile(r"\| ")  # | 1 | 任务 | … |
    ANNEX = re.compile(r"附件$")
    ANNEX_NOTE = re.compile(r"附件：")
    NOTE = re.compile(r"（此件")
    PLAIN = re.compile(r"")

    @classmethod
    def of(cls, text: str) -> BlockKind:
        """The kind of the block ``text``: the first pattern that begins it.

        >>> BlockKind.of("第十八条之一 确需…")
        <BlockKind.ARTICLE: re.compile('第[一二三四五六七八九十百]+条(?:之[一二三四五六七八九十])?\\u3000? ?')>
        """
        return next(kind for kind in cls if kind.value.match(text))


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the main text."""

    kind: BlockKind
    text: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a table row ``| 1 | 任务 |``."""
        return tuple(cell.strip() for cell in self.text.strip().strip("|").split("|"))


@dataclass(frozen=True, slots=True)
class Source:
    """A sample text before it is given its file format."""

    title: str
    number: str
    addressees: str
    history: tuple[str, ...]
    blocks: tuple[Block, ...]
    signers: tuple[str, ...]
    signed_on: str

    @property
    def is_regulation(self) -> bool:
        """Whether the text is a law with a history line and chapters, not an official letter (公文)."""
        return bool(self.history)


def read_source(path: Path) -> Source:
    """The source in ``path``; the first line is ``# title``."""
    head, _, main = path.read_text(encoding="utf-8").rpartition(_INFO_END)
    title, *rest = (line.strip() for line in f"{head}\n{main}".splitlines() if line.strip())
    history = tuple(line.strip() for line in head.splitlines()[1:] if line.strip())
    body = [line for line in rest if line not in history]
    fields = [match for line in body if (match := _FIELD.fullmatch(line))]

    def named(name: str) -> tuple[str, ...]:
        return tuple(match["value"] for match in fields if match["name"] == name)

    return Source(
        title=title.removeprefix("# "),
        number="".join(named("文号")),
        addressees="".join(named("主送")),
        history=history,
        blocks=tuple(Block(BlockKind.of(line), line) for line in body if not _FIELD.fullmatch(line)),
        signers=named("落款"),
        signed_on="".join(named("成文日期")),
    )
