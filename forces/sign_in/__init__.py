"""How people sign in: password, second factor, or the account of their office."""
