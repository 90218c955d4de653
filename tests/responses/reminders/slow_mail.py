"""A mail server that takes its time, so that two runs are sure to meet."""

import time

from django.core.mail.backends.filebased import EmailBackend

SECONDS = 0.3


class SlowMail(EmailBackend):
    """Writes each mail into a file of EMAIL_FILE_PATH, slowly."""

    def send_messages(self, messages):
        time.sleep(SECONDS)
        return super().send_messages(messages)
