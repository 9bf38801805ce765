"""Fixtures of the answer tests: a small corpus about the made-up 云岫省, with the real index, once per session."""

from collections.abc import Callable, Iterator

import pytest

from answers import Answer, Answerer, Question
from answers.library import Library
from corpus import CorpusStore, Settings, gazetteer
from index import SearchFilters, SearchIndex
from ingest import ingest_paths

TERRITORIES = "云岫省:\n  栖澜市:\n    望汐区: {}\n  泊霞市: {}\n"

OLD_GRID = """# 栖澜市网格化服务管理条例

2018年6月1日 栖澜市第六届人民代表大会常务委员会第十次会议通过

<!-- INFO END -->

第一条 为了推进网格化服务管理，制定本条例。

第二条 市民政部门负责全市网格化服务管理工作。

第三条 本条例自2018年9月1日起施行。
"""

GRID = """# 栖澜市网格化服务管理条例

2022年6月1日 栖澜市第七届人民代表大会常务委员会第十次会议修订

<!-- INFO END -->

## 第一章 总则

第一条 为了推进网格化服务管理，提升基层治理水平，制定本条例。

第二条 本市行政区域内的网格化服务管理，适用本条例。

本条例所称网格员，是指在网格内从事信息采集、隐患巡查等工作的人员。

第三条 市社会治理主管部门统筹负责全市网格化服务管理工作，承担下列职责：

（一）制定网格划分的标准；

（二）组织网格员的培训和考核；

（三）建设并维护网格信息平台。

区人民政府应当明确相应的部门，统筹负责本区的网格化服务管理工作。

街道办事处负责本辖区网格员的招录和日常管理。

第四条 网格员发现安全隐患的，应当在二十四小时内通过网格信息平台上报。

第五条 禁止冒用网格员名义入户推销商品。

第六条 对表现突出的网格员，区人民政府给予奖励。

## 第二章 法律责任

第七条 违反本条例第五条规定，冒用网格员名义入户推销商品的，由市场监督管理部门责令改正，处五百元以上二千元以下罚款。

第八条 本条例自2022年9月1日起施行。
"""

PROVINCE_DOGS = """# 云岫省养犬管理条例

2019年5月1日 云岫省第十三届人民代表大会常务委员会第十次会议通过

<!-- INFO END -->

第一条 为了规范养犬行为，保障公民健康，制定本条例。

第二条 省公安机关是养犬管理的主管部门，指导各地的犬只登记。

第三条 携带犬只出户的，应当使用长度不超过两米的牵引带。

第四条 本条例自2019年7月1日起施行。
"""

CITY_DOGS = """# 栖澜市养犬管理规定

2021年3月1日 栖澜市第七届人民代表大会常务委员会第三次会议通过

<!-- INFO END -->

第一条 为了加强养犬管理，根据《云岫省养犬管理条例》，制定本规定。

第二条 市公安机关负责养犬的登记、免疫证明的查验和流浪犬只的收容。

城市管理、农业农村部门按照各自职责做好养犬管理工作。

第三条 携带犬只出户的，应当用长度不超过一点五米的牵引带牵领，并及时清除犬只排泄的粪便。

第四条 本规定自2021年8月1日起施行。
"""

TEXTS = {"旧网格.md": OLD_GRID, "网格.md": GRID, "省养犬.md": PROVINCE_DOGS, "市养犬.md": CITY_DOGS}


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("answers-home")
    (folder / "territories.yaml").write_text(TERRITORIES, encoding="utf-8")
    return Settings(home=folder, threads=1)


@pytest.fixture(scope="session")
def store(home: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CorpusStore]:
    folder = tmp_path_factory.mktemp("answers-texts")
    paths = [folder / name for name in TEXTS]
    for path in paths:
        path.write_text(TEXTS[path.name], encoding="utf-8")
    opened = CorpusStore.open(home)
    records = ingest_paths(paths, opened, gazetteer(*home.territories))
    assert [record.error for record in records] == [""] * len(TEXTS)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def library(store: CorpusStore) -> Library:
    return Library(store)


@pytest.fixture(scope="session")
def index(home: Settings, store: CorpusStore) -> Iterator[SearchIndex]:
    opened = SearchIndex.open(home, store)
    opened.sync()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def ask(index: SearchIndex, store: CorpusStore) -> Callable[..., Answer]:
    answerer = Answerer(index, store)

    def asked(text: str, filters: SearchFilters | None = None) -> Answer:
        return answerer.ask(Question(text, filters or SearchFilters()))

    return asked
