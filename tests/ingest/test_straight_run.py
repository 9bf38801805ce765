"""The straight run of the ingest pipeline gives what Haystack's own run gives, failures and accidents as well."""

from __future__ import annotations

from typing import Any

import pytest
from haystack import Pipeline, component
from haystack.core.errors import PipelineRuntimeError

from ingest.parcel import FileBytes
from ingest.pipeline import ingest_pipeline
from ingest.straight import plan_steps, run_steps
from tests.ingest.texts import GAZETTEER

REGULATION = """# 栖澜市河湖巡护条例
（2024年3月1日栖澜市第九届人民代表大会常务委员会第二次会议通过）
第一条 为了规范河湖巡护，制定本条例。
第二条 市人民政府应当建立巡护制度：
（一）划定巡护河段；
（二）公布巡护名册。
第三条 违反本条例第二条规定的，由水行政主管部门责令改正。本条例自2024年5月1日起施行。
"""
PIPELINE = ingest_pipeline(GAZETTEER)
STAGES = {"reader", "cleaner", "splitter", "structurer", "describer", "referencer"}


@pytest.mark.parametrize(
    "text",
    [REGULATION, REGULATION.replace("# ", ""), REGULATION.replace("条例", "條例"), "", "\n\n", "# 只有标题"],
    ids=["markdown", "plain", "traditional", "empty", "blank", "title alone"],
)
def test_both_ways_of_running_give_the_same(text: str) -> None:
    file = FileBytes(text.encode(), "巡护.md", "样本/巡护.md")
    inputs = {name: {"file": file} for name in ("reader", "structurer", "describer")}
    straight = run_steps(plan_steps(PIPELINE), inputs)
    usual = PIPELINE.run(inputs, include_outputs_from=STAGES)
    assert straight.keys() == usual.keys()
    for name, outputs in usual.items():
        assert straight[name].keys() == outputs.keys()
        assert repr(straight[name]) == repr(outputs)


@component
class _Divider:
    @component.output_types(quotient=float)
    def run(self, number: int) -> dict[str, Any]:
        return {"quotient": 12 / number}


@component
class _Adder:
    @component.output_types(total=float)
    def run(self, one: float, other: int) -> dict[str, Any]:
        return {"total": one + other}


def _sum_of_quotient() -> Pipeline:
    pipeline = Pipeline()
    pipeline.add_component("adder", _Adder())  # before what it waits for
    pipeline.add_component("divider", _Divider())
    pipeline.connect("divider.quotient", "adder.one")
    return pipeline


def test_the_order_is_that_of_the_connections() -> None:
    steps = plan_steps(_sum_of_quotient())
    assert [step.name for step in steps] == ["divider", "adder"]
    found = run_steps(steps, {"divider": {"number": 4}, "adder": {"other": 2}})
    assert found == {"divider": {"quotient": 3.0}, "adder": {"total": 5.0}}


def test_an_accident_names_its_component_either_way() -> None:
    inputs = {"divider": {"number": 0}, "adder": {"other": 2}}
    told = []
    for run in (_sum_of_quotient().run, lambda given: run_steps(plan_steps(_sum_of_quotient()), given)):
        with pytest.raises(PipelineRuntimeError, match="divider") as raised:
            run(inputs)
        assert isinstance(raised.value.__cause__, ZeroDivisionError)
        told.append((raised.value.component_name, str(raised.value)))
    assert told[0] == told[1]
