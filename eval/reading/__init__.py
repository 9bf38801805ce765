"""How faithfully texts are read (``python -m eval reading NAME``): counts, description, round trips, references."""

from eval.reading.command import add_arguments, run

__all__ = ["add_arguments", "run"]
