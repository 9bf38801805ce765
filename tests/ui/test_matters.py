"""Matters of a real data directory: what people change holds when a new version lands and the index is made anew."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from corpus import EditAction, QuanzeError, Settings
from duties import Matter, fingerprint
from ui.cli import main
from ui.services import Services

HEAD = "# 栖澜市养犬管理条例\n\n{year}年5月20日 栖澜市人民代表大会常务委员会通过\n\n<!-- INFO END -->\n\n"
FIRST = """第一条 为了加强养犬管理，制定本条例。

第二条 市公安机关负责养犬管理工作。区人民政府应当设立犬只收容场所。

第三条 市农业农村部门应当组织犬只狂犬病免疫，并应当公布免疫接种点目录。

第四条 本条例自{year}年8月1日起施行。
"""
SECOND = FIRST.replace("第三条", "第三条 居民应当文明养犬。\n\n第四条").replace("第四条 本条例", "第五条 本条例")
STREETS = """# 云岫省道路清扫规定

2021年5月20日 云岫省人民代表大会常务委员会通过

<!-- INFO END -->

第一条 街道办事处负责道路清扫保洁。

第二条 本规定自2021年8月1日起施行。
"""
PLACES = "云岫省:\n  栖澜市:\n    东港区: {}\n  望汐市: {}\n"


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def home(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    data.mkdir()
    write(data, "territories.yaml", PLACES)
    services = Services(Settings(data, threads=1))
    files = [
        write(tmp_path, "养犬.md", HEAD.format(year=2020) + FIRST.format(year=2020)),
        write(tmp_path, "清扫.md", STREETS),
    ]
    assert [record.status for record in services.land(files)] == ["ok", "ok"]
    services.close()
    return data


def opened(home: Path) -> Services:
    return Services(Settings(home, threads=1))


def of(services: Services, words: str) -> Matter:
    return next(m for m in services.matters.matters() if any(words in d.matter for d in m.duties))


def test_edits_hold_for_a_new_version_and_a_new_index_and_can_be_undone(home: Path, tmp_path: Path) -> None:
    services = opened(home)
    board = services.matters
    shelter, vaccination = of(services, "收容场所"), of(services, "狂犬病免疫")
    board.merge([shelter.id, vaccination.id], "犬只收容与免疫", by="甲")
    board.rename(of(services, "清扫").id, "扫街", by="乙")
    services.close()

    services = opened(home)
    report = services.ingest([write(tmp_path, "养犬二.md", HEAD.format(year=2023) + SECOND.format(year=2023))])
    assert [record.status for record in report.records] == ["ok"]
    services.close()
    shutil.rmtree(home / "index")
    services = opened(home)
    services.index.sync()
    board = services.matters
    newest = max(services.store.summaries(), key=lambda s: s.interval.starts_on)
    merged = of(services, "收容场所")
    assert merged.name == "犬只收容与免疫"
    assert {d.version_id for d in merged.duties} == {newest.id}
    assert any("狂犬病免疫" in d.matter and d.article == 4 for d in merged.duties), "the article moved, the edit holds"
    assert of(services, "清扫").name == "扫街"

    rows = board.matrix(["宠物狗"]).rows
    assert rows, "no text says 宠物狗; the index finds the dogs"
    assert {(row.by_search, d.doc) for row in rows for d in row.matter.duties} == {(True, "栖澜市养犬管理条例")}
    assert board.matrix(["卫星发射"]).rows == ()

    board.undo(board.edits()[0].sequence, by="丙")
    assert of(services, "收容场所").id != of(services, "狂犬病免疫").id
    assert of(services, "清扫").name == "扫街"
    assert [(edit.action, edit.by) for edit in board.edits()] == [
        (EditAction.MERGE, "甲"),
        (EditAction.RENAME, "乙"),
        (EditAction.UNDO, "丙"),
    ]
    assert all(edit.at is not None for edit in board.edits())
    services.close()


def test_what_cannot_be_changed_is_refused_in_chinese(home: Path) -> None:
    services = opened(home)
    board, one = services.matters, of(services, "清扫")
    with pytest.raises(QuanzeError, match="合并至少需要两个事项"):
        board.merge([one.id])
    with pytest.raises(QuanzeError, match="没有这个事项"):
        board.rename("m-none", "甲")
    with pytest.raises(QuanzeError, match="名称不能为空"):
        board.rename(one.id, " ")
    with pytest.raises(QuanzeError, match="没有可以拆出的职责"):
        board.split(one.id, [fingerprint(duty) for duty in one.duties], "甲")
    with pytest.raises(QuanzeError, match="没有这次事项修改"):
        board.undo(99)
    sequence = board.rename(one.id, "扫街")
    board.undo(sequence)
    with pytest.raises(QuanzeError, match="已经撤销"):
        board.undo(sequence)
    services.close()


def test_the_command_prints_the_matrix_of_a_topic_in_a_place(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["matrix", "--no-vectors", "养犬", "--territory", "栖澜市", "--json", "--home", str(home)]) == 0
    printed = capsys.readouterr()
    data = json.loads(printed.out)
    assert (data["topic"], data["territory"]) == (["养犬"], "栖澜市")
    assert "没有检索索引" in printed.err
    cells = [matter["cells"] for matter in data["matters"]]
    assert any(e["canonical"] == ["公安机关"] for cell in cells for e in cell["municipal"]["entries"])
    assert {cell["national"]["state"] for cell in cells} == {"no_text"}
    assert {cell["provincial"]["note"] for cell in cells} == {"在库 1 件，未见规定"}
    assert main(["matrix", "--no-vectors", "养犬", "--territory", "没有市", "--home", str(home)]) == 1
    assert "没有这个行政区域" in capsys.readouterr().err


def test_the_workbook_has_the_grid_and_every_provision(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "矩阵.xlsx"
    assert (
        main(["matrix", "--no-vectors", "养犬", "--territory", "栖澜市", "--xlsx", str(out), "--home", str(home)]) == 0
    )
    grid, provisions = load_workbook(out).worksheets
    assert [cell.value for cell in grid[1]][:3] == ["事项", "国家级", "省级"]
    cited = [str(row[5].value) for row in provisions.iter_rows(min_row=2)]
    assert "《栖澜市养犬管理条例》第三条" in cited
