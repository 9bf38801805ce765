"""Exports: duties and findings as tables, and tables as csv and xlsx files that a spreadsheet opens safely."""

import corpus.offline

# isort: split
from ui.exports.clause_table import clause_sentences, clause_table, clause_totals
from ui.exports.comparison_table import comparison_table
from ui.exports.csv_file import write_csv
from ui.exports.docx_file import write_docx
from ui.exports.duty_table import duty_table
from ui.exports.finding_table import finding_table
from ui.exports.json_file import table_rows, write_json
from ui.exports.matrix_table import matrix_provisions, matrix_table
from ui.exports.table import Table
from ui.exports.xlsx_file import write_xlsx

__all__ = [
    "Table",
    "clause_sentences",
    "clause_table",
    "clause_totals",
    "comparison_table",
    "duty_table",
    "finding_table",
    "matrix_provisions",
    "matrix_table",
    "table_rows",
    "write_csv",
    "write_docx",
    "write_json",
    "write_xlsx",
]
