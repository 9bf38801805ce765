"""From a rule to the penalty clauses that name it and back, ranges included."""

from __future__ import annotations

import pytest

from answers.clause import Clause, clauses_of, unit_of
from answers.linked import penalties_for, rules_behind
from corpus import EId
from tests.ingest.texts import parse

TEXT = """# 栖澜市河湖巡护条例

第一条 为了加强河湖巡护，制定本条例。

第二条 禁止在河湖沿岸堆放杂物。

第三条 禁止向河湖倾倒泥浆。

第四条 巡护船应当悬挂标志。

第五条 违反本条例第二条至第四条规定的，由市水利主管部门处一百元以上五百元以下罚款。

第六条 违反本条例第四条规定，情节严重的，由市水利主管部门处一千元以下罚款。

第七条 本条例自2020年1月1日起施行。
"""


@pytest.fixture(scope="module")
def article() -> dict[int, Clause]:
    """The only clause of each article by its number."""
    parsed = parse(TEXT, "栖澜市河湖巡护条例.md")
    made = {}
    for number in range(1, 8):
        unit = unit_of(parsed.version, EId(f"art_{number}"))
        assert unit is not None
        (made[number],) = clauses_of(parsed.instrument, parsed.version, unit)
    return made


@pytest.mark.parametrize(("rule", "penalties"), [(1, []), (2, [5]), (3, [5]), (4, [5, 6]), (7, [])])
def test_every_article_of_a_range_has_its_penalty(article: dict[int, Clause], rule: int, penalties: list[int]) -> None:
    assert list(penalties_for(article[rule])) == [article[number] for number in penalties]


@pytest.mark.parametrize(("penalty", "rules"), [(5, [2, 3, 4]), (6, [4]), (2, [])])
def test_a_penalty_leads_back_to_every_rule_of_its_range(
    article: dict[int, Clause], penalty: int, rules: list[int]
) -> None:
    assert list(rules_behind(article[penalty])) == [article[number] for number in rules]
