"""The Word files made for the round trip hold the text, once with labels in it and once with automatic numbers."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from eval.reading.office import make_docx

TEXT = """# 栖澜市养犬办法

2024年1月5日 栖澜市人民政府令第12号公布

<!-- INFO END -->

## 第一章 总则

第一条 为了养犬，制定本办法。

第二条 养犬人应当：

（一）登记；

（二）免疫。

第四条 本办法自2024年2月1日起施行。
"""


@pytest.mark.parametrize("numbered", [False, True])
def test_automatic_numbers_leave_the_text(tmp_path: Path, numbered: bool) -> None:
    out = tmp_path / "办法.docx"
    make_docx(TEXT, out, header="栖澜市法规汇编", numbered=numbered)
    document = docx.Document(str(out))
    texts = [paragraph.text for paragraph in document.paragraphs]
    labels = (
        ["", "", "", "", "", "", ""] if numbered else ["第一章 ", "第一条 ", "第二条 ", "（一）", "（二）", "第四条 "]
    )
    words = ["总则", "为了养犬，制定本办法。", "养犬人应当：", "登记；", "免疫。", "本办法自2024年2月1日起施行。"]
    assert texts[2:] == [label + word for label, word in zip(labels, words, strict=False)]
    assert document.sections[0].header.paragraphs[0].text == "栖澜市法规汇编"
