"""Learning (补算向量): the wordings of duties embedded under a progress bar, before matters are grouped."""

from __future__ import annotations

import sys

from tqdm import tqdm

from corpus import QuanzeError
from ui.commands.output import say
from ui.services import Services


def learn_wordings(services: Services) -> None:
    """Embed what has no vector yet; without a model the words alone group, and that is said."""
    with tqdm(total=0, desc="事项向量", unit="条", file=sys.stderr, disable=None, leave=False) as bar:

        def on_progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        try:
            services.matters.learn(on_progress)
        except QuanzeError as error:
            say(f"未补算事项用语的向量：{error.what}")
