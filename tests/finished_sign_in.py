"""A sign-in with all that it takes: Django's `force_login` leaves the second factor out."""

import time


def finish(client):
    """Have the session of `client`, who is signed in, say that a second factor was given now."""
    from forces.sign_in import second_factor

    session = client.session
    session.update({second_factor.MARK: True, "seen_at": int(time.time())})
    session.save()
