"""Profile (答复参数): the weights and thresholds of answering, read from ``profile.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign of a good clause is worth."""

    unit: float
    coverage: float
    context: float
    fit: float
    amount: float
    duty: float
    level: float
    lead: float


@dataclass(frozen=True, slots=True)
class Thresholds:
    """``word_worth`` to ``dense`` tell whether evidence answers; ``second`` and ``part`` admit more statements."""

    word_worth: float
    support: float
    coverage: float
    dense: float
    second: float
    part: float
    rule: float


@dataclass(frozen=True, slots=True)
class Limits:
    """How many statements an answer has, and how many characters a quotation."""

    statements: int
    quote: int


@dataclass(frozen=True, slots=True)
class Profile:
    """One way of answering, fixed for a run."""

    weights: Weights
    thresholds: Thresholds
    limits: Limits


@lru_cache(maxsize=1)
def default_profile() -> Profile:
    """The profile that ships with Quanze."""
    read = yaml.safe_load((files("answers") / "profile.yaml").read_text(encoding="utf-8"))
    return Profile(Weights(**read["weights"]), Thresholds(**read["thresholds"]), Limits(**read["limits"]))
