"""From an office's document, as text, to a draft.

reading.py is a pipeline of pure steps: pages, tokens, then head, signing and body; placing.py
puts their parts where they go. Only service.py touches the database. Nothing here knows a
document by its words: each step recognises shapes, and vocabulary.py holds the few generic
words that it needs.
"""
