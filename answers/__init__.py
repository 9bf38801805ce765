"""answers (答复): a question in; a cited answer out, or a refusal with the nearest provisions. No model writes it."""

import corpus.offline

# isort: split
from answers.answer import Answer, Caution, Quotation, Statement
from answers.answerer import Answerer
from answers.question import Question

__all__ = ["Answer", "Answerer", "Caution", "Question", "Quotation", "Statement"]
