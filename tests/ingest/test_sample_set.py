"""The sample corpus holds a “1+5” set about the made-up city: it must come out of its own words."""

from __future__ import annotations

from pathlib import Path

import corpus.sample
from corpus import CorpusStore, Settings, gazetteer, policy_sets, territory_value
from ingest import ingest_paths

SAMPLE = Path(corpus.sample.__file__).parent


def test_the_sample_set_is_one_opinion_and_five_plans(tmp_path: Path) -> None:
    store = CorpusStore.open(Settings(tmp_path / "home"))
    records = ingest_paths([SAMPLE / "texts"], store, gazetteer(SAMPLE / "territories.yaml"))
    assert {record.status for record in records} == {"ok"}
    (found,) = policy_sets(store)
    assert found.formula == "1+5"
    assert found.main is not None
    assert found.main.title == "中共栖澜市委 栖澜市人民政府关于加快推进市域社会治理现代化的意见"
    numbers = [member.instrument.document_number for member in found.supporting]
    assert numbers == [f"栖委办发〔2024〕{number}号" for number in range(21, 26)]
    assert all("贯彻落实" in member.why for member in found.supporting)
    assert {territory_value(m.instrument.territory) for m in found.supporting} == {"云岫省/栖澜市"}
