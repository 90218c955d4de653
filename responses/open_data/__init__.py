"""What the register gives to programs: what it says is declared once, for all that gives it."""
