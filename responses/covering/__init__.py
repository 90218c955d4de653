"""The covering letters of section 55(6): their words, and the letter of a publication."""
