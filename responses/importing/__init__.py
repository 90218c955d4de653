"""From an office's document, as text, to a draft.

A pipeline of pure steps: reading -> lines -> furniture -> head, body, signing -> placing.
Only service.py writes to the database. Nothing here knows a document by its words; each
step recognises shapes, and vocabulary.py holds the few generic words that it needs.
"""
