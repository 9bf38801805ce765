"""An argument parser that speaks Chinese."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

_MESSAGES = (
    (r"the following arguments are required: (?P<what>.+)", "缺少参数：{what}"),
    (r"unrecognized arguments: (?P<what>.+)", "不认识的参数：{what}"),
    (r"argument (?P<what>[^:]+): expected .*", "参数 {what} 后面应有一个值"),
    (r"argument (?P<what>[^:]+): invalid choice: (?P<value>'[^']*') \(choose from (?P<all>.*)\)",
     "参数 {what} 的值 {value} 不在可选范围：{all}"),
    (r"argument (?P<what>[^:]+): invalid .* value: (?P<value>.*)", "参数 {what} 的值 {value} 不对"),
)  # fmt: skip


class ChineseParser(argparse.ArgumentParser):
    """argparse with Chinese headings and errors; exit code 2 for wrong use."""

    def __init__(self, **options: object) -> None:
        super().__init__(**options, add_help=False, allow_abbrev=False)  # type: ignore[arg-type]
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def format_help(self) -> str:
        """The help text with Chinese headings."""
        return super().format_help().replace("usage:", "用法：", 1)

    def format_usage(self) -> str:
        """The usage line."""
        return super().format_usage().replace("usage:", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        """Say in Chinese what is wrong and leave with 2."""
        self.exit(2, f"{self.format_usage()}错误：{chinese_message(message)}\n")


def chinese_message(message: str) -> str:
    """argparse's own message in Chinese, as it stands where we have no words for it.

    >>> chinese_message("the following arguments are required: PATH")
    '缺少参数：PATH'
    """
    for pattern, words in _MESSAGES:
        match = re.fullmatch(pattern, message, re.S)
        if match:
            return words.format(**match.groupdict())
    return message
