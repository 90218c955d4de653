"""Reminders by mail: one digest for each person and run.

`rule` says what is due, from `facts`; `words` and `mail` say it; `reading` gathers the facts,
and `delivery` sends each reminder once. Started by `manage.py send_reminders`.
"""
