"""The ui room: the command line, the Streamlit pages and the exports. It draws; it finds and decides nothing."""

import corpus.offline
