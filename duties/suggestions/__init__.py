"""Suggestions (改写参考): what a drafter could write instead, out of comparable provisions of other instruments."""

import corpus.offline

# isort: split
from duties.suggestions.advice import Advice, advice_for
from duties.suggestions.comparable import Comparable, Suggestion
from duties.suggestions.pool import Near, nothing_near
from duties.suggestions.suggester import Suggester

__all__ = ["Advice", "Comparable", "Near", "Suggester", "Suggestion", "advice_for", "nothing_near"]
