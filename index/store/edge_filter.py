"""Haystack's filter dictionaries as filters of Qdrant Edge."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from haystack.errors import FilterError
from qdrant_edge import FieldCondition, Filter, MatchAny, MatchValue, RangeFloat

Compare = Callable[[str, Any], Any]


def to_edge_filter(filters: Mapping[str, Any] | None) -> Filter | None:
    """The Edge filter; None lets everything pass. Raises FilterError on what is no Haystack filter.

    >>> to_edge_filter({"field": "meta.kind", "operator": "in", "value": ["地方性法规"]}) is not None
    True
    """
    return Filter(must=[_condition(filters)]) if filters else None


def _condition(item: Mapping[str, Any]) -> Any:
    operator = item.get("operator")
    if operator in _LOGIC:
        conditions = [_condition(inner) for inner in item.get("conditions") or ()]
        if not conditions:
            raise FilterError(f"'conditions' is missing for {operator}")
        return _LOGIC[operator](conditions)
    if operator not in _COMPARE:
        raise FilterError(f"Unknown operator {operator}")
    field, value = item.get("field"), item.get("value")
    if field is None or value is None:
        raise FilterError(f"'field' or 'value' is missing for {operator}")
    return _COMPARE[operator](str(field), value)


def _equals(field: str, value: Any) -> FieldCondition:
    if isinstance(value, float):
        return FieldCondition(field, range=RangeFloat(gte=value, lte=value))
    return FieldCondition(field, match=MatchValue(value))


def _in(field: str, values: Any) -> Any:
    if not isinstance(values, list):
        raise FilterError(f"{values} is not a list")
    # Whole values, never parts of them: 国务院 is not 国务院办公厅.
    return FieldCondition(field, match=MatchAny(values)) if values else Filter(must_not=[Filter()])


def _not(condition: Compare) -> Compare:
    return lambda field, value: Filter(must_not=[condition(field, value)])


def _range(bound: str) -> Compare:
    def compare(field: str, value: Any) -> FieldCondition:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise FilterError(f"{value} is not a number")
        return FieldCondition(field, range=RangeFloat(**{bound: value}))

    return compare


_LOGIC: dict[str, Callable[[list[Any]], Filter]] = {
    "AND": lambda conditions: Filter(must=conditions),
    "OR": lambda conditions: Filter(should=conditions),
    "NOT": lambda conditions: Filter(must_not=[Filter(must=conditions)]),
}
_COMPARE: dict[str, Compare] = {
    "==": _equals,
    "!=": _not(_equals),
    "in": _in,
    "not in": _not(_in),
    ">": _range("gt"),
    ">=": _range("gte"),
    "<": _range("lt"),
    "<=": _range("lte"),
}
