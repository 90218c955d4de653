"""A page of the list of responses, each of which says whose turn it is."""

from django.utils import timezone

from forces.admin.filters import AskableChangeList

from ..waiting import note_approvals


class ResponseList(AskableChangeList):
    """Looks of the rows that are shown, and of no others, whether they are as approved."""

    def get_results(self, request):
        super().get_results(request)
        note_approvals(self.result_list, on=timezone.localdate())
