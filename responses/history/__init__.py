"""What was done to a draft, save by save: who, when, and what it said before and after."""
