"""Parts of pages: cards, citation links, outline, provision text, tables. Every text of a document is escaped here."""

import corpus.offline
