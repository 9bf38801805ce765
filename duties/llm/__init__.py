"""The optional extractor by a language model: off unless an endpoint is configured; same schema, same verification."""

from duties.llm.endpoint import Ask, Endpoint, LlmError, connect
from duties.llm.extract import LlmReading, extract_with_llm

__all__ = ["Ask", "Endpoint", "LlmError", "LlmReading", "connect", "extract_with_llm"]
