"""Places in a text (所指条款): the provision that an id as written means there, or which part does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.citation import cite
from corpus.eid import EId
from corpus.provision import Provision
from corpus.reference import Reference
from corpus.version import Version

_INNER = ("item", "sub")


def find_places(eid: EId, version: Version) -> tuple[Provision, ...]:
    """The provisions that ``eid`` may mean: one, none, or several where 第六条第三项 says no 款 and two have one."""
    exact = version.provision(eid)
    if exact is not None:
        return (exact,)
    steps = eid.steps
    names = [name for name, _ in steps]
    if names[0] == "art" and not version.articles:
        return _headings(steps[0][1], version) if len(steps) == 1 else ()
    if names[0] in ("chp", "sec"):
        return tuple(p for p in version.provisions if p.eid.endswith(f"__{eid}") and p.kind == names[-1])
    if names[0] == "art" and len(names) > 1 and names[1] in _INNER:
        article = EId("_".join(steps[0]))
        rest = eid.removeprefix(f"{article}__")
        paragraphs = (child.eid for child in version.children(article))
        return tuple(one for p in paragraphs if (one := version.provision(EId(f"{p}__{rest}"))) is not None)
    return ()


def _headings(number: str, version: Version) -> tuple[Provision, ...]:
    """《…修正案（六）》第十五条 is its 十五、; where 1. runs through all parts, 第16条 is 16."""
    for step in ("h1", "h3"):
        found = tuple(p for p in version.provisions if p.eid.steps[-1] == (step, number))
        if len(found) == 1:
            return found
    return ()


def find_range(first: Provision, last: Provision, version: Version) -> tuple[Provision, ...]:
    """The provisions of one kind from ``first`` to ``last``, both included; none where they stand the other way."""
    if first.kind is not last.kind:
        return (first, last)
    return tuple(p for p in version.provisions if p.kind is first.kind and first.start <= p.start <= last.start)


def targeted(reference: Reference, version: Version | None) -> Iterator[EId]:
    """Every id that ``reference`` means in ``version``: all of 第八条至第十条; without a version as it is written."""
    if reference.target is None:
        return
    written = [reference.target] if reference.through is None else [reference.target, reference.through]
    places = [find_places(one, version) for one in written] if version is not None else []
    if version is not None and all(len(found) == 1 for found in places):
        first, last = places[0][0], places[-1][0]
        within = (p.eid for p in version.provisions if p.kind is first.kind and first.start <= p.start <= last.start)
        yield from within if len(places) > 1 else (first.eid,)
    else:
        yield from written


def missing_words(eid: EId, version: Version, title: str) -> str:
    """《…》第六条没有第五款: the outermost part of ``eid`` that the text has not."""
    here = eid
    while here.parent is not None and not find_places(here.parent, version):
        here = here.parent
    above = here.parent
    whole = cite(title, here)
    inside = cite(title, above) if above is not None else f"《{title}》"
    return f"{inside}没有{whole.removeprefix(inside)}"
