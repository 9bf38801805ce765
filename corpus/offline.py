"""Importing this module sets the environment's defaults: no telemetry, no hub look-up, threads that wait asleep.

An operator who wants a hub or a usage report sets the variable himself: a value that is already there stays.
It must be imported before any library that reads these variables.
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
    # Spinning threads of the model collapse to a tenth of their speed as soon as another program wants a core.
    "OMP_WAIT_POLICY": "PASSIVE",
}

for _name, _value in QUIET.items():
    os.environ.setdefault(_name, _value)
