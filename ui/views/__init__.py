"""The four pages of the app (检索问答, 条文浏览, 职责与发现, 语料管理); each file is one ``st.Page``.

The folder is not called ``pages``: Streamlit takes a folder of that name for a multipage app of the old kind.
"""

import corpus.offline
