"""answers (答复): a question in; a cited answer out, or a refusal with the nearest provisions. No language model is needed."""

import corpus.offline

# isort: split
from answers.answer import Answer, Quotation, Statement
from answers.answerer import Answerer
from answers.question import Question

__all__ = ["Answer", "Answerer", "Quotation", "Question", "Statement"]
