"""Verification (引证核验): no quotation leaves the house that does not stand, word for word, in the provision cited."""

from __future__ import annotations

from answers.answer import Quotation, Statement
from answers.library import Library
from corpus import StoreError, cite


def verify_statements(statements: tuple[Statement, ...], library: Library) -> tuple[Statement, ...]:
    """The statements of which every quotation holds; a statement without any quotation is dropped too."""
    return tuple(s for s in statements if s.quotations and not any(find_fault(q, library) for q in s.quotations))


def find_fault(quotation: Quotation, library: Library) -> str:
    """What is wrong with a quotation, in Chinese; empty when it holds.

    The version must exist, the provision must exist in it, the citation must be that provision's, and the quote must be
    part of its text, character by character.
    """
    try:
        version = library.version(quotation.version_id)
    except StoreError as error:
        return str(error)
    provision = version.provision(quotation.eid)
    if provision is None:
        return f"文本中没有{quotation.citation}"
    if quotation.title != library.instrument(version).title:
        return f"文件名称不符：{quotation.title}"
    if quotation.citation != cite(quotation.title, quotation.eid, version):
        return f"引证与条文标识不符：{quotation.citation}"
    if not quotation.quote.strip() or quotation.quote not in version.whole_text(provision):
        return f"引文与{quotation.citation}的原文不符"
    return ""
