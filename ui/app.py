"""The app (网页应用): four pages under one heading. Started by ``quanze serve``; the home comes from QUANZE_HOME."""

from __future__ import annotations

# isort: split
import logging
from datetime import datetime
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from ui.components.ahead import work_ahead
from ui.components.chrome import draw_behaviour, draw_style

PAGES = (
    ("views/ask.py", "检索问答", "ask"),
    ("views/browse.py", "条文浏览", "browse"),
    ("views/duties.py", "职责与发现", "duties"),
    ("views/corpus.py", "语料管理", "corpus"),
)
HERE = Path(__file__).parent
BROKEN = "页面出错，未能完成这一步（{:%Y-%m-%d %H:%M:%S}）。请重试；仍然出错时把时间告诉管理员，以便查看日志。"
LOG = logging.getLogger("quanze.ui")


def main() -> None:
    """Draw the heading, then the page that the address names."""
    st.set_page_config(page_title="权责", page_icon=str(HERE / "icon.svg"), layout="wide", initial_sidebar_state=320)
    st.logo(str(HERE / "logo.svg"), size="medium")
    first, *others = PAGES
    pages = [st.Page(first[0], title=first[1], url_path=first[2], default=True)]
    pages += [st.Page(path, title=title, url_path=address) for path, title, address in others]
    page = st.navigation(pages, position="top")
    draw_style()
    draw_behaviour()
    work_ahead()
    _run(page)


def _run(page: Page) -> None:
    try:
        page.run()
    except Exception:
        # The person gets words in Chinese, the operator the trace; Streamlit's own message is English.
        LOG.exception("page failed: %s", page.title)
        st.error(BROKEN.format(datetime.now()))


if __name__ == "__main__":
    main()
