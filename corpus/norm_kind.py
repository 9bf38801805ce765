"""NormKind (文件类型) and its rank (效力位阶)."""

from __future__ import annotations

from enum import StrEnum


class NormKind(StrEnum):
    """What sort of text an instrument is; the value is the Chinese term itself."""

    CONSTITUTION = "宪法"
    LAW = "法律"
    ADMINISTRATIVE_REGULATION = "行政法规"
    SUPERVISION_REGULATION = "监察法规"
    JUDICIAL_INTERPRETATION = "司法解释"
    DEPARTMENT_RULE = "部门规章"
    LOCAL_REGULATION = "地方性法规"
    AUTONOMOUS_REGULATION = "自治条例和单行条例"
    GOVERNMENT_RULE = "地方政府规章"
    NORMATIVE_DOCUMENT = "规范性文件"
    POLICY_DOCUMENT = "政策文件"
    RESPONSIBILITY_LIST = "责任清单"
    OTHER = "其他"

    @property
    def rank(self) -> int:
        """1 is highest; equal numbers are of equal force (立法法 第九十八条至第一百零二条).

        >>> NormKind.LAW.rank < NormKind.LOCAL_REGULATION.rank < NormKind.GOVERNMENT_RULE.rank
        True
        """
        return _RANK[self]


# Judicial interpretations have no place in 立法法's order; practice reads them right under the law they interpret.
_RANK = {
    NormKind.CONSTITUTION: 1,
    NormKind.LAW: 2,
    NormKind.JUDICIAL_INTERPRETATION: 3,
    NormKind.ADMINISTRATIVE_REGULATION: 4,
    NormKind.SUPERVISION_REGULATION: 4,
    NormKind.AUTONOMOUS_REGULATION: 5,
    NormKind.LOCAL_REGULATION: 5,
    NormKind.DEPARTMENT_RULE: 6,
    NormKind.GOVERNMENT_RULE: 6,
    NormKind.NORMATIVE_DOCUMENT: 7,
    NormKind.POLICY_DOCUMENT: 8,
    NormKind.RESPONSIBILITY_LIST: 8,
    NormKind.OTHER: 9,
}
