"""Lost numbers (编号残缺): signs that a copy of a text lost the numbers of its articles or of an article's items."""

from __future__ import annotations

from corpus import EId, Provision, ProvisionKind, Version

_GOES_ON = ("；", ";", "：", ":")
_TWICE = "~"


def has_lost_numbers(version: Version, place: EId) -> bool:
    """Whether the numbers around ``place`` cannot be trusted.

    So it is where article numbers stand twice, an item's number is left out in the middle, or what should be
    items stands there without any number (a lead-in with ： and nothing under it, a paragraph that ends with ；).
    """
    if any(_TWICE in str(article.eid) for article in version.articles):
        return True
    article = place.ancestor("art") or place
    paragraphs = [p for p in version.children(article) if p.kind is ProvisionKind.PARAGRAPH]
    return any(_is_patchy(version, paragraph) for paragraph in paragraphs)


def _is_patchy(version: Version, paragraph: Provision) -> bool:
    items = [p.eid.number("item") for p in version.children(paragraph.eid) if p.kind is ProvisionKind.ITEM]
    if not items:
        return paragraph.text.rstrip().endswith(_GOES_ON)
    plain = [int(number) for number in map(str, items) if number.isdecimal()]
    return plain != list(range(1, len(plain) + 1))
