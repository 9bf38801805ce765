"""A citation that opens its provision in 条文浏览, and the button that copies it."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from corpus import EId
from ui.components.markup import escaped, plain_label

BROWSE = "views/browse.py"


def provision_address(version_id: str, eid: EId | str = "") -> str:
    """The deep link (深链接) of a provision, to be mailed to a colleague.

    >>> provision_address("v12", EId("art_6__para_1"))
    'browse?v=v12&eid=art_6__para_1'
    >>> provision_address("v12")
    'browse?v=v12'
    """
    return "browse?" + urlencode({"v": version_id} | ({"eid": eid} if eid else {}))


def citation_link(citation: str, version_id: str, eid: EId | str = "") -> None:
    """Draw ``citation`` as a link that opens the provision without losing the page's state."""
    place = {"v": version_id} | ({"eid": str(eid)} if eid else {})
    st.page_link(BROWSE, label=plain_label(citation), query_params=place)


def copy_button(words: str, label: str = "复制引证") -> str:
    """HTML of a button that copies ``words`` in the form drafters use.

    >>> copy_button("《栖澜市养犬管理规定》第六条")
    '<button class="qz-copy" data-copy="《栖澜市养犬管理规定》第六条">复制引证</button>'
    """
    return f'<button class="qz-copy" data-copy="{escaped(words)}">{escaped(label)}</button>'


def copy_link_button(version_id: str, eid: EId | str = "") -> str:
    """HTML of a button that copies the full address of the provision."""
    return f'<button class="qz-copy" data-link="{escaped(provision_address(version_id, eid))}">复制链接</button>'
