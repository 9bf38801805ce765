"""The ui room: the command line, the Streamlit pages and the exports. It draws; it finds and decides nothing."""

import corpus.offline

# isort: split
from ui.services import IngestReport, Services, open_services

__all__ = ["IngestReport", "Services", "open_services"]
