"""The pages about the register itself: what it means, who runs it, how it treats its readers."""

from django.shortcuts import render

from recommendations.deadlines import SECTION_55_DAYS
from recommendations.rag import MEANINGS

from ...operator import facts


def about(request):
    """What the words and shapes mean, how days are counted, and where it all comes from."""
    context = {"meanings": MEANINGS.items(), "days": SECTION_55_DAYS}
    return render(request, "public/about.html", context)


def accessibility(request):
    """The accessibility statement, in the form of the regulations of 2018."""
    return render(request, "public/accessibility.html", facts())


def privacy(request):
    """What is known of readers and staff, who answers for it, and what rights people have."""
    return render(request, "public/privacy.html", facts())
