"""Straight run (直通运行): a Haystack pipeline without branches back, component after component, each once.

``Pipeline.run`` asks before each step which of all components may run next and copies what it hands on; for values
that nobody can change that was a seventh of the time of reading a text. The components, their connections and their
results are the pipeline's own; the tests run both ways and compare.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Any

from haystack import Pipeline
from haystack.core.errors import PipelineRuntimeError

Outputs = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Step:
    """A component, and which output of which component before it goes into which of its inputs."""

    name: str
    component: Any
    inputs: tuple[tuple[str, str, str], ...]


def plan_steps(pipeline: Pipeline) -> tuple[Step, ...]:
    """The components in an order in which each one's inputs are there before it runs; a cycle raises CycleError."""
    senders: dict[str, list[tuple[str, str, str]]] = {name: [] for name in pipeline.graph.nodes}
    for sender, receiver, sockets in pipeline.graph.edges(data=True):
        senders[receiver].append((sockets["to_socket"].name, sender, sockets["from_socket"].name))
    order = TopologicalSorter({name: {sender for _, sender, _ in found} for name, found in senders.items()})
    components = dict(pipeline.walk())
    return tuple(Step(name, components[name], tuple(senders[name])) for name in order.static_order())


def run_steps(steps: tuple[Step, ...], inputs: Outputs) -> dict[str, Mapping[str, Any]]:
    """The outputs of every component that ran: one does not where an input of it was not put out (a failure was).

    What a component raises comes as Haystack's PipelineRuntimeError with the component's name, as from ``run``.
    """
    found: dict[str, Mapping[str, Any]] = {}
    for step in steps:
        sent = {name: found.get(sender, {}).get(output) for name, sender, output in step.inputs}
        if any(value is None for value in sent.values()):
            continue
        try:
            found[step.name] = step.component.run(**inputs.get(step.name, {}), **sent)
        except Exception as error:
            raise PipelineRuntimeError.from_exception(step.name, type(step.component), error) from error
    return found
