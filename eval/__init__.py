"""The eval room: how good and how fast, measured on collections and printed as tables."""

import corpus.offline
