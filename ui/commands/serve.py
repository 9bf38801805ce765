"""``quanze serve``: the app in the browser, on this machine alone."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from ui.commands.output import say
from ui.services import Services


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only --port."""
    parser.add_argument("--port", type=int, default=8501, metavar="N", help="端口（默认 8501）")


def run(args: argparse.Namespace, services: Services) -> int:
    """Run Streamlit until it is stopped; it owns the index meanwhile, so ours is given back first."""
    services.close()
    return serve(services.settings.home, args.port)


def serve(home: Path, port: int) -> int:
    """Start the app on 127.0.0.1; 0 when a person stops it with Ctrl-C."""
    app = Path(__file__).parents[1] / "app.py"
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port)]
    # Given here as well as in the configuration file: an installed copy is started from any folder.
    command += ["--server.address", "127.0.0.1", "--server.headless", "true", "--browser.gatherUsageStats", "false"]
    command += ["--client.showErrorDetails", "none", "--server.maxUploadSize", "50"]
    say(f"打开 http://127.0.0.1:{port} （Ctrl-C 停止）")
    try:
        return subprocess.run(
            command, env=os.environ | {"QUANZE_HOME": str(home), "QUANZE_PREPARE": "1"}, check=False
        ).returncode
    except KeyboardInterrupt:
        return 0
