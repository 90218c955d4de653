"""The demonstration: one report and two responses, told in our own words.

The words are in data/*.toml. `register` loads the report, `replies` the responses,
`accounts` the people who sign in; `guard` says whether a database may take them.
"""
