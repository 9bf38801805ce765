"""Importing this module switches off every dependency's telemetry and hub look-up (offline by default).

An operator who wants a hub or a usage report sets the variable himself: a value that is already there stays.
"""

from __future__ import annotations

import os

QUIET = {
    "HAYSTACK_TELEMETRY_ENABLED": "False",
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "DO_NOT_TRACK": "1",
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
    "TOKENIZERS_PARALLELISM": "false",
}

for _name, _value in QUIET.items():
    os.environ.setdefault(_name, _value)
