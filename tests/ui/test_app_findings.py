"""The findings page: filters, decisions, suggestions, one finding by its link."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from corpus import Settings, Verdict
from duties import JudgedFinding, ReviewState
from ui.services import Services

ROOT = Path(__file__).resolve().parents[2]
HEAD = "# {title}\n\n2024年3月1日 通过\n\n<!-- INFO END -->\n\n第一条 为了规范有关活动，制定本条例。\n\n"
TEXTS = {
    "栖澜市绿道管护条例": "第二条 有关部门应当建立绿道巡查档案，记录护栏和标识的损坏情况。\n\n"
    "第三条 绿道认养的具体办法由市园林绿化部门制定。",
    "汀溪市绿道管护条例": "第二条 市园林绿化部门应当建立绿道巡查档案，记录护栏和标识的损坏情况。",
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    data = tmp_path / "data"
    for title, words in TEXTS.items():
        (tmp_path / f"{title}.md").write_text(HEAD.format(title=title) + words + "\n", encoding="utf-8")
    services = Services(Settings(data))
    records = services.land([tmp_path / f"{title}.md" for title in TEXTS])
    assert [record.status for record in records] == ["ok", "ok"]
    services.close()
    monkeypatch.setenv("QUANZE_HOME", str(data))
    return data


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    opened = Services(Settings(home))
    yield opened
    opened.close()


def page(**address: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "ui" / "app.py"), default_timeout=120)
    app.run()
    for key, value in address.items():
        app.query_params[key] = value
    app.switch_page("views/duties.py").run()
    return checked(app)


def checked(app: AppTest) -> AppTest:
    assert not app.exception
    assert not app.error, app.error[0].value
    return app


def html(app: AppTest) -> str:
    bodies = [element.proto.body for element in app.get("html")]
    return "\n".join(body for body in bodies if "<script>" not in body and "<style>" not in body)


def of_kind(services: Services, kind: str) -> JudgedFinding:
    return next(one for one in services.reviewing.findings() if one.finding.kind.value == kind)


def test_a_card_tells_kind_gravity_confidence_and_evidence(services: Services) -> None:
    one, shown = of_kind(services, "undefined.bearer"), html(page())
    assert f"编号 {one.id}" in shown
    assert "主体不明" in shown and "一般" in shown and "置信度 80%（规则估计）" in shown
    assert "<mark>有关部门</mark>应当建立绿道巡查档案" in shown


def test_a_link_opens_one_finding(services: Services) -> None:
    one, other = of_kind(services, "undefined.bearer"), of_kind(services, "undefined.rule")
    app = page(finding=one.id)
    assert f"编号 {one.id}" in html(app)
    assert f"编号 {other.id}" not in html(app)
    next(button for button in app.button if button.label == "返回全部发现").click().run()
    assert f"编号 {other.id}" in html(checked(app))


def test_a_link_to_what_is_gone_says_so(home: Path) -> None:
    assert "没有这个编号的发现" in page(finding="ffffffffff").warning[0].value


def test_confirming_is_one_press_and_counts(services: Services) -> None:
    one = of_kind(services, "undefined.rule")
    app = page(finding=one.id)
    app.text_input(key="reviewer").set_value("审核员甲").run()
    app.button(key=f"confirm_{one.id}_0").click().run()
    assert "已确认" in html(checked(app))
    assert (services.store.reviews()[0].verdict, services.store.reviews()[0].by) == (Verdict.CONFIRMED, "审核员甲")
    assert services.reviewing.precision()[one.finding.kind].confirmed == 1
    app.button(key=f"undo_{one.id}_0").click().run()
    assert "未审核" in html(checked(app))


def test_a_rejection_wants_a_reason_and_hides_the_finding(services: Services) -> None:
    one = of_kind(services, "undefined.rule")
    app = page(finding=one.id)
    app.button(key=f"reject_{one.id}_0").click().run()
    assert any("驳回一项发现要写明理由" in text.value for text in checked(app).text)
    assert services.store.reviews() == ()
    app.text_area(key=f"reason_{one.id}_0").set_value("另有期限").run()
    app.button(key=f"reject_{one.id}_0").click().run()
    assert "已驳回" in html(checked(app))
    assert of_kind(services, "undefined.rule").state is ReviewState.REJECTED
    listed = page()
    assert f"编号 {one.id}" not in html(listed)
    listed.toggle(key="finding_rejected").set_value(True).run()
    assert f"编号 {one.id}" in html(checked(listed))


def test_a_comparable_provision_is_shown_when_it_is_asked_for(services: Services) -> None:
    one = of_kind(services, "undefined.bearer")
    app = page(finding=one.id)
    assert "可参照" not in html(app)
    app.toggle(key=f"suggest_{one.id}_0").set_value(True).run()
    assert "可参照《汀溪市绿道管护条例》第二条" in html(checked(app))
    cited = [link.proto for link in app.get("page_link") if "汀溪市绿道管护条例" in link.proto.label]
    assert "eid=art_2" in cited[0].query_string


def test_findings_are_narrowed_by_what_was_decided_and_by_place(services: Services) -> None:
    one = of_kind(services, "undefined.rule")
    services.reviewing.decide(one, Verdict.CONFIRMED, "", "甲")
    app = page()
    app.multiselect(key="finding_states").set_value([ReviewState.CONFIRMED]).run()
    assert "共 1 项发现" in html(checked(app))
    app.multiselect(key="finding_states").set_value([]).run()
    app.multiselect(key="duty_titles").set_value(["汀溪市绿道管护条例"]).run()
    assert f"编号 {one.id}" not in html(checked(app))


def test_a_finding_with_many_places_shows_the_first_and_folds_the_rest(services: Services, tmp_path: Path) -> None:
    acts = ("建立绿道档案", "公布绿道地图", "编制绿道名录", "检查绿道护栏", "更换绿道标识", "清点绿道座椅")
    articles = [f"第{'三四五六七八'[number]}条 园林绿化主管部门应当{act}。" for number, act in enumerate(acts)]
    first = "第二条 市和区园林绿化主管部门负责本行政区域内的绿道管护工作。"
    path = tmp_path / "多处.md"
    path.write_text(HEAD.format(title="栖澜市绿道养护规定") + "\n\n".join([first, *articles]) + "\n", encoding="utf-8")
    services.land([path])
    one = next(one for one in services.reviewing.findings(["栖澜市绿道养护规定"]) if len(one.evidence) > 5)
    app = page(finding=one.id)
    assert [fold.label for fold in app.expander] == [f"另有 {len(one.evidence) - 5} 处"]
    assert all(place.words in html(app).replace("<mark>", "").replace("</mark>", "") for place in one.evidence)
