"""A source as a page of a government website: navigation, script and footer stand around the main text."""

from __future__ import annotations

from html import escape
from pathlib import Path

from corpus.sample.source import Source

_FRAME = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}_政策文件_栖澜市人民政府</title>
<meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="{published} 09:30">
<script>var siteId = "2403"; function toPrint() {{ window.print(); }}</script>
<style>.nav li {{ display: inline; }} .main p {{ text-indent: 2em; }}</style>
</head>
<body>
<div class="header"><a href="/">栖澜市人民政府门户网站</a>
<form><input value="请输入关键词"><button>搜索</button></form></div>
<ul class="nav"><li><a href="/zwgk">政务公开</a></li>
<li><a href="/bsfw">办事服务</a></li><li><a href="/hdjl">互动交流</a></li></ul>
<div class="crumbs">您当前的位置：<a href="/">首页</a> &gt;
<a href="/zwgk">政务公开</a> &gt; <a href="/zcwj">政策文件</a></div>
<table class="info"><tr><td>索引号</td><td>QL000-2024-0022</td><td>发文字号</td><td>{number}</td></tr></table>
<div class="main">
<h1>{title}</h1>
<p class="tools">发布时间：{published}　来源：市政府办公室　字号：[ 大 中 小 ]
<a href="javascript:toPrint()">打印</a></p>
<div id="zoom">
{body}
</div>
</div>
<div class="related"><h3>相关解读</h3><ul><li><a href="/jd/1">一图读懂矛盾纠纷多元化解</a></li></ul></div>
<div class="footer"><p>主办：栖澜市人民政府办公室　网站标识码：0000000000</p><p>版权所有 未经许可不得转载</p></div>
<script src="/js/share.js"></script>
</body>
</html>
"""


def write_page(source: Source, path: Path) -> None:
    """Write ``source`` to ``path`` as .html."""
    paragraphs = (
        f'<p class="number">{escape(source.number)}</p>',
        f"<p>{escape(source.addressees)}</p>",
        *(f"<p>　　{escape(block.text)}</p>" for block in source.blocks),
        *(f'<p class="sign">{escape(text)}</p>' for text in (*source.signers, source.signed_on)),
    )
    page = _FRAME.format(
        title=escape(source.title),
        number=escape(source.number),
        published=source.signed_on.replace("年", "-").replace("月", "-").removesuffix("日"),
        body="\n".join(paragraphs),
    )
    path.write_text(page, encoding="utf-8")
