"""What is wrong with a new password, at the field of the password."""


class FaultsAtThePassword:
    """For a form with a password and its confirmation, of Django's: only that the two differ is
    said at the confirmation.
    """

    def validate_password_for_user(self, user, confirmation="password2"):
        first = f"{confirmation.removesuffix('2')}1"
        super().validate_password_for_user(user, password_field_name=first)
