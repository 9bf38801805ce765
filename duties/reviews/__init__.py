"""Reviews (审核): findings with what people decided about them, and how far each rule has proved right."""

import corpus.offline

# isort: split
from duties.reviews.fingerprint import Evidence, evidence_of, fingerprint_of
from duties.reviews.judged import JudgedFinding, ReviewState, judge
from duties.reviews.precision import ENOUGH, RulePrecision, holding_reviews, rule_precision

__all__ = [
    "ENOUGH",
    "Evidence",
    "JudgedFinding",
    "ReviewState",
    "RulePrecision",
    "evidence_of",
    "fingerprint_of",
    "holding_reviews",
    "judge",
    "rule_precision",
]
