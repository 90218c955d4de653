"""From an office's document to a draft.

A reader of each format (files.py tells which) makes a Source: lines, each with what the format
says that it is. From there the pipeline is one, of pure steps: tokens, then letter or head, signing
and body make a Document; proposing.py makes pieces of it, each with where it would go; placing.py
makes a Draft of the pieces where they were sent. Only service.py, accepting.py and writing.py
touch the database. Nothing here knows a document by its words: each step recognises shapes, and
vocabulary.py, columns.py and standing.py hold the few generic words that they need.
"""
