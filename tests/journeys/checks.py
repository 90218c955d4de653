"""What every page must show in a real browser: no barrier, no sideways scroll."""

from axe_playwright_python.sync_playwright import Axe

AXE_OPTIONS = {
    # axe would copy style sheets into a document of its own, which the policy rightly blocks.
    "preload": False,
    "resultTypes": ["violations"],  # What passes need not be told: it is most of the answer.
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
    },
}


def violations(page):
    """Return what axe finds against WCAG 2.0 to 2.2, A and AA, one line for each rule."""
    found = Axe().run(page, options=AXE_OPTIONS).response["violations"]
    return [
        f"{rule['id']}: {len(rule['nodes'])} × {rule['nodes'][0]['html'][:160]}" for rule in found
    ]


def scrolls_sideways(page):
    """Return whether the page, not a part of it, is wider than its window."""
    return page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )


def comes_to_be_kept(page):
    """Whether the browser keeps something of `page`, given time to, as all cores may be at work.

    Asked again and again from here: the site's own policy lets no page wait for a script.
    """
    for _ in range(40):
        page.wait_for_timeout(250)
        if page.evaluate("Object.keys(localStorage).some(key => key.startsWith('kept '))"):
            return True
    return False
