"""Describe: title, 文号, issuer, kind, territory and dates, each as a claim with its source."""

from ingest.describe.describe import Description, Descriptions, describe_text

__all__ = ["Description", "Descriptions", "describe_text"]
