"""Endpoint (模型接口): the operator's own OpenAI-compatible service, and one question to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corpus import QuanzeError, Settings
from duties.llm.schema import SCHEMA

Ask = Callable[[str, str], str]
"""Instructions and a text in, the model's words out; raises LlmError."""


class LlmError(QuanzeError):
    """The language model is not configured, cannot be reached, or answers what cannot be read."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the model is (``url`` up to /v1), its name, its key (empty where none is needed), seconds for an answer."""

    url: str
    model: str
    key: str = ""
    timeout: float = 120.0

    @classmethod
    def of(cls, settings: Settings) -> Endpoint:
        """The endpoint that the operator configured; raises LlmError where there is none."""
        if not settings.llm_url or not settings.llm_model:
            raise LlmError(
                "没有配置大模型接口",
                remedy="请设置环境变量 QUANZE_LLM_URL（兼容 OpenAI 的接口地址）和 QUANZE_LLM_MODEL，"
                "需要密钥时再设置 QUANZE_LLM_KEY",
            )
        return cls(settings.llm_url, settings.llm_model, settings.llm_key)


def connect(endpoint: Endpoint) -> Ask:
    """Something to ask: temperature 0, an answer bound to the schema, one retry."""
    from haystack.components.generators.chat import OpenAIChatGenerator
    from haystack.dataclasses import ChatMessage
    from haystack.utils import Secret
    from openai import OpenAIError

    generator = OpenAIChatGenerator(
        api_key=Secret.from_token(endpoint.key or "none"),
        model=endpoint.model,
        api_base_url=endpoint.url,
        timeout=endpoint.timeout,
        max_retries=1,
        generation_kwargs={"temperature": 0, "response_format": {"type": "json_schema", "json_schema": SCHEMA}},
    )

    def ask(instructions: str, text: str) -> str:
        try:
            replies = generator.run([ChatMessage.from_system(instructions), ChatMessage.from_user(text)])["replies"]
        except OpenAIError as error:
            remedy = "请确认接口地址、模型名称和密钥，以及服务是否可用"
            raise LlmError(f"大模型接口没有正常回答：{error}", place=endpoint.url, remedy=remedy) from error
        return str(replies[0].text or "") if replies else ""

    return ask
