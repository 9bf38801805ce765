"""Kinds of clause (条款类型): what every sentence of a provision does, as drafters count them.

A *sentence* is a run up to 。 (or to the end) in a provision's own words; ；does not split, a lead-in that ends in ：is
one, items and subitems have sentences of their own. Its kind is that of the first modal of its main clause, not of a
condition (未经…, …的，):

- 罚则: legal consequences (责令…, 罚款, 处分, 没收, 吊销, 追究…责任, liability), before all else;
- 禁止性: 不得, 禁止, 严禁;
- 义务性: 应当, 必须, 须, and the assignments in the indicative (X负责…, 由X制定…, X领导…); 应当鼓励 is one;
- 赋权性: 可以, 有权, 享有…权利, 由…行使;
- 倡导性: 鼓励, 支持, 提倡, 倡导 without 应当;
- 宣示性: purposes (为了…，制定本条例), principles (坚持/遵循…原则), 国家/本市实行…制度, 国家保护…;
- 陈述性: definitions, scope, status, entry into force, 参照/从其规定, what things are.

An item has the kind of its lead-in unless it has a modal of its own. ``cues.yaml`` holds the words.
"""

from duties.clauses.clause import Clause, ClauseKind
from duties.clauses.read import clauses_of
from duties.clauses.shares import Shares, shares_of
from duties.clauses.text import ClauseText, shares_by

__all__ = ["Clause", "ClauseKind", "ClauseText", "Shares", "clauses_of", "shares_by", "shares_of"]
