"""Lists as delimited text (csv): any charset, any of the usual signs between cells, line ends in quotes."""

from __future__ import annotations

import csv

from ingest.characters import clean_characters
from ingest.delimited import find_sign, read_records
from ingest.errors import IngestError
from ingest.parcel import Reading
from ingest.readers.decode import decode_text
from ingest.readers.sheet import Sheet, sheet_lines


def read_csv(data: bytes, name: str) -> Reading:
    """The rows of a delimited text.

    >>> [line.text for line in read_csv("序号,事项\\n1,登记\\n".encode(), "清单.csv").lines]
    ['序号：1；事项：登记']
    """
    decoded = decode_text(data, name)
    sign = find_sign(decoded.text) or ","
    text = decoded.text.partition("\n")[2] if decoded.text[:4].lower() == "sep=" else decoded.text
    rows = (tuple(map(clean_characters, record)) for record in read_records(text, sign))
    try:
        return Reading(tuple(sheet_lines([Sheet("", rows)], name)), decoded.warnings)
    except csv.Error as error:
        remedy = "请在 Excel 或 WPS 中另存为 .xlsx 后重新导入"
        raise IngestError("表格文件已损坏，无法读取", place=name, remedy=remedy) from error
