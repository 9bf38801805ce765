"""Wording (行文): the answer as Chinese prose with its citations inline, or the words of a refusal."""

from __future__ import annotations

from answers.answer import NEAREST, Answer, Caution, Statement
from answers.draft import Draft
from answers.evidence import Evidence
from answers.question import Question

REFUSED = "未检索到依据"


def word_answer(
    question: Question,
    draft: Draft,
    statements: tuple[Statement, ...],
    evidence: tuple[Evidence, ...],
    cautions: tuple[Caution, ...] = (),
) -> Answer:
    """The answer made of the verified ``statements``; a refusal where none is left.

    「市网格主管部门统筹负责全市网格化服务管理工作。（《栖澜市网格化服务管理条例》第六条第一款）」
    """
    hits = tuple(dict.fromkeys(one.hit for one in evidence))
    if statements:
        below = (*_as_written(statements), *(f"提示：{caution.words}" for caution in cautions))
        text = "\n".join((*map(word_statement, statements), *draft.notes, *below))
        return Answer(question, text, False, "", statements, hits, cautions)
    reason = draft.reason or "引文未通过核验"
    return Answer(question, word_refusal(reason, tuple(hit.citation for hit in hits[:NEAREST])), True, reason, (), hits)


def word_statement(statement: Statement) -> str:
    """The statement's text and, in brackets, where it stands."""
    places = "；".join(dict.fromkeys(quotation.citation for quotation in statement.quotations))
    return f"{statement.text}（{places}）"


def _as_written(statements: tuple[Statement, ...]) -> tuple[str, ...]:
    """The quotations in the characters of the source, where those are others."""
    quotations = (q for statement in statements for q in statement.quotations if q.as_written)
    return tuple(dict.fromkeys(f"原文字形：“{q.as_written.strip()}”（{q.citation}）" for q in quotations))


def word_refusal(reason: str, nearest: tuple[str, ...]) -> str:
    """The refusal's words.

    >>> word_refusal("语料中没有《栖澜市登月管理办法》", ("《栖澜市网格化服务管理条例》第六条",))
    '未检索到依据：语料中没有《栖澜市登月管理办法》。相近的条文：《栖澜市网格化服务管理条例》第六条。'
    """
    near = f"相近的条文：{'、'.join(nearest)}。" if nearest else ""
    return f"{REFUSED}：{reason}。{near}"
