"""Sandbox (隔离解析): each file is parsed in a child process that can be killed and can reach nothing."""

from ingest.sandbox.pool import SandboxPool
from ingest.sandbox.worker import SandboxWorker

__all__ = ["SandboxPool", "SandboxWorker"]
