"""Clean: characters put right; title, 文号, 题注, 目录 and 落款 told from the text."""

from ingest.clean.clean import clean_lines, style_lines

__all__ = ["clean_lines", "style_lines"]
