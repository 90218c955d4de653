"""Who gets in where: the table of every address of the site, as its specification.

Each address stands with those who are let in to look (GET) and those who may send
something (POST) for a row of their own force. Rows of another force are found by nobody
but the owner; what is in neither set is refused. Public addresses are for everybody.
"""

from dataclasses import dataclass

NOBODY, STRANGER, EDITOR, LIAISON, APPROVER, BOARD, REGISTER, OWNER = PEOPLE = (
    "nobody",
    "stranger",
    "editor",
    "liaison",
    "approver",
    "board_member",
    "register_editor",
    "owner",
)
NONE = frozenset()
STAFF = frozenset({STRANGER, EDITOR, LIAISON, APPROVER, REGISTER, OWNER})
SIGNED_IN = STAFF | {BOARD}
OWNER_ALONE = frozenset({OWNER})


def those(*people):
    return frozenset({*people, OWNER})


OFFICE = those(EDITOR, APPROVER)
FORCE_AND_OFFICE = those(EDITOR, APPROVER, LIAISON)
READERS_OF_REGISTER = those(EDITOR, APPROVER, LIAISON, REGISTER)
KEEPERS = those(REGISTER)


@dataclass(frozen=True)
class Model:
    """Who may do what to the rows of a model in the admin."""

    read: frozenset
    add: frozenset
    change: frozenset
    delete: frozenset
    history: frozenset = None

    def addresses(self, place):
        history = self.read if self.history is None else self.history
        row = "<path:object_id>"
        return {
            f"{place}": (self.read, self.read),
            f"{place}add/": (self.add, self.add),
            f"{place}{row}/history/": (history, history),
            f"{place}{row}/delete/": (self.delete, self.delete),
            f"{place}{row}/change/": (self.read, self.change),
            # Leads to the page above, whatever the row.
            f"{place}{row}/": (STAFF, STAFF),
        }


REGISTER_PAGE = Model(READERS_OF_REGISTER, KEEPERS, KEEPERS, KEEPERS)
MODELS = {
    "forces/policeforce": REGISTER_PAGE,
    "forces/localpolicingbody": REGISTER_PAGE,
    "forces/oversight": REGISTER_PAGE,
    "forces/officeholder": REGISTER_PAGE,
    "forces/copyaddressee": REGISTER_PAGE,
    "responses/coveringletter": REGISTER_PAGE,
    "forces/user": Model(KEEPERS, KEEPERS, KEEPERS, delete=NONE),
    # These are on the public register, so they stay. Findings are added with their report.
    "recommendations/inspectionreport": Model(READERS_OF_REGISTER, KEEPERS, KEEPERS, delete=NONE),
    "recommendations/recommendation": Model(
        READERS_OF_REGISTER, add=NONE, change=KEEPERS, delete=NONE
    ),
    "recommendations/addressee": REGISTER_PAGE,
    "recommendations/assessment": Model(
        FORCE_AND_OFFICE, those(EDITOR), those(EDITOR), delete=NONE
    ),
    "recommendations/progressproposal": Model(
        FORCE_AND_OFFICE, those(LIAISON), change=NONE, delete=NONE
    ),
    "responses/response": Model(OFFICE, those(EDITOR), those(EDITOR), those(EDITOR)),
    "responses/meeting": Model(OFFICE, those(EDITOR), those(EDITOR), those(EDITOR)),
    # Of the row that is walked, which the force is still writing.
    "responses/chiefofficercomments": Model(
        those(LIAISON), add=NONE, change=those(LIAISON), delete=NONE
    ),
    "responses/publication": Model(OFFICE, add=NONE, change=NONE, delete=NONE),
}
# The list of comments is there for the office too, without what is still being written.
LISTS = {"admin/responses/chiefofficercomments/": (FORCE_AND_OFFICE, FORCE_AND_OFFICE)}
RESPONSE = "admin/responses/response/<int:pk>/"
COMMENTS = "admin/responses/chiefofficercomments/<int:pk>/step/"
PROPOSAL = "admin/recommendations/progressproposal/<int:pk>/step/"
USER = "admin/forces/user/<int:pk>/step/"
RATINGS = "admin/recommendations/assessment/"
REPORTS = "admin/recommendations/inspectionreport/"
PUBLICATION = "admin/responses/publication/<int:pk>/"
STEPS = {
    **dict.fromkeys(
        (f"{RESPONSE}move/{move}/" for move in ("submit", "take_back", "open_next_draft")),
        (those(EDITOR), those(EDITOR)),
    ),
    **dict.fromkeys(
        (f"{RESPONSE}move/{move}/" for move in ("return", "approve", "publish")),
        (those(APPROVER), those(APPROVER)),
    ),
    "admin/responses/response/open-for-all/<slug:report>/": (KEEPERS, KEEPERS),
    f"{RESPONSE}preview/statement/": (OFFICE, OFFICE),
    f"{RESPONSE}preview/record/": (OFFICE, OFFICE),
    **dict.fromkeys(
        (
            f"{RESPONSE}preview/{layout}/draft.{suffix}"
            for layout in ("statement", "record")
            for suffix in ("pdf", "docx")
        ),
        (OFFICE, OFFICE),
    ),
    f"{RESPONSE}compliance/": (OFFICE, OFFICE),
    f"{RESPONSE}import/": (those(EDITOR), those(EDITOR)),
    f"{RESPONSE}import/accept/": (NONE, those(EDITOR)),
    f"{RESPONSE}compliance/record.pdf": (OFFICE, OFFICE),
    f"{RESPONSE}compliance/record.docx": (OFFICE, OFFICE),
    f"{COMMENTS}send/": (those(LIAISON), those(LIAISON)),
    f"{COMMENTS}decline/": (those(LIAISON, EDITOR), those(LIAISON, EDITOR)),
    f"{COMMENTS}take_back/": (those(LIAISON, EDITOR), those(LIAISON, EDITOR)),
    f"{COMMENTS}put_back/": (those(LIAISON), those(LIAISON)),
    f"{PROPOSAL}accept/": (those(EDITOR), those(EDITOR)),
    f"{PROPOSAL}decline/": (those(EDITOR), those(EDITOR)),
    f"{USER}send_link/": (KEEPERS, KEEPERS),
    f"{USER}remove_second_factor/": (KEEPERS, KEEPERS),
    f"{RATINGS}together/": (those(EDITOR), those(EDITOR)),
    f"{RATINGS}together/confirm/": (NONE, those(EDITOR)),
    f"{RATINGS}import/": (those(EDITOR), those(EDITOR)),
    f"{RATINGS}export.xlsx": (FORCE_AND_OFFICE, NONE),
    f"{RATINGS}export.csv": (FORCE_AND_OFFICE, NONE),
    f"{REPORTS}import/template.xlsx": (KEEPERS, NONE),
    f"{REPORTS}<int:pk>/import/": (KEEPERS, KEEPERS),
    f"{REPORTS}<int:pk>/import/confirm/": (NONE, KEEPERS),
    f"{PUBLICATION}withdraw/": (those(APPROVER), those(APPROVER)),
    f"{PUBLICATION}dispatch/": (OFFICE, OFFICE),
    **dict.fromkeys(
        (
            f"{PUBLICATION}letter/{recipient}/letter.{suffix}"
            for recipient in ("inspectorate", "home_secretary")
            for suffix in ("pdf", "docx")
        ),
        (OFFICE, OFFICE),
    ),
}
OTHERS = {
    "admin/": (STAFF, STAFF),
    "admin/password_change/": (STAFF, STAFF),
    "admin/reminders/": (STAFF, STAFF),
    "admin/jsi18n/": (STAFF, NONE),
    "admin/forces/user/<id>/password/": (KEEPERS, KEEPERS),
    "admin/forces/": (STAFF, STAFF),
    "board/": (SIGNED_IN, NONE),
    "board/over-time/": (SIGNED_IN, NONE),
    "board/over-time.svg": (SIGNED_IN, NONE),
    "board/reports/<slug:report>/": (those(EDITOR, APPROVER, LIAISON, BOARD), NONE),
    **dict.fromkeys(
        (
            "board/<slug:force>/",
            *(f"board/<slug:force>/{name}" for name in ("pack.pdf", "pack.docx")),
            *(f"board/<slug:force>/{name}" for name in ("table.xlsx", "table.csv")),
            "board/<slug:force>/minutes/<int:pk>/",
            *(
                f"board/<slug:force>/minutes/<int:pk>/board.{suffix}"
                for suffix in ("pdf", "docx", "xlsx", "csv", "json")
            ),
        ),
        (those(EDITOR, APPROVER, LIAISON, BOARD), NONE),
    ),
    # Looked at, it leads to the board.
    "board/<slug:force>/meetings/<int:pk>/freeze/": (
        those(EDITOR, APPROVER, LIAISON, BOARD),
        those(EDITOR),
    ),
    "account/": (SIGNED_IN, NONE),
    "account/password/": (SIGNED_IN, SIGNED_IN),
    "account/confirm/": (SIGNED_IN, SIGNED_IN),
    # These lead to the confirmation by password, since nobody on the walk has a second factor,
    # and there is none to remove and no code to see.
    "account/confirm/code/": (SIGNED_IN, SIGNED_IN),
    "account/confirm/passkey/": (SIGNED_IN, SIGNED_IN),
    "account/app/": (SIGNED_IN, SIGNED_IN),
    "account/app/remove/": (NONE, NONE),
    "account/passkeys/add/": (SIGNED_IN, SIGNED_IN),
    "account/passkeys/<int:pk>/remove/": (SIGNED_IN, SIGNED_IN),
    "account/recovery-codes/": (NONE, NONE),
    "account/recovery-codes/new/": (SIGNED_IN, SIGNED_IN),
    # The last of the walk.
    "sign-out/": (NONE, SIGNED_IN),
}
# Here everybody who is not signed in belongs, and sign-out ends what the walk stands on.
DOORS = {
    "admin/login/",
    "admin/logout/",
    "sign-in/",
    "sign-in/second-step/",
    "sign-in/forgotten/",
    "sign-in/forgotten/sent/",
    "sign-in/password/<uidb64>/<token>/",
    "sign-in/with/<slug:provider_id>/",
    "sign-in/with/<slug:provider_id>/back/",
}
# Django's own answer to any other address under the admin.
CATCH_ALL = {"admin/(?P<url>.*)$"}
PUBLIC = {
    "": 200,
    "feed.atom": 200,
    "search.csv": 200,
    "forces/": 200,
    "forces/<slug:slug>/": 200,
    "forces/<slug:slug>/feed.atom": 200,
    "forces/<slug:force>/<slug:report>/": 200,
    "forces/<slug:force>/<slug:report>/<layout:layout>/": 200,
    "forces/<slug:force>/<slug:report>/v<number:number>/": 200,
    "forces/<slug:force>/<slug:report>/v<number:number>/<layout:layout>/": 200,
    "forces/<slug:force>/<slug:report>/response.<suffix:suffix>": 200,
    "forces/<slug:force>/<slug:report>/response.<document:suffix>": 200,
    "forces/<slug:force>/<slug:report>/<layout:layout>/response.<document:suffix>": 200,
    "forces/<slug:force>/<slug:report>/v<number:number>/response.<document:suffix>": 200,
    "forces/<slug:force>/<slug:report>/v<number:number>/<layout:layout>/"
    "response.<document:suffix>": 200,
    "forces/<slug:force>/<slug:report>/v<number:number>/response.<suffix:suffix>": 200,
    # There is one version, and nothing before it.
    "forces/<slug:force>/<slug:report>/v<number:number>/changes/": 404,
    "forces/<slug:force>/<slug:report>/history/<ref:ref>/": 200,
    "reports/": 200,
    "reports/<slug:slug>/": 200,
    "reports/<slug:slug>/feed.atom": 200,
    "reports/<slug:slug>/<ref:ref>/": 200,
    "data/": 200,
    "data/openapi.json": 200,
    "data/answers.csv": 200,
    "data/register.json": 200,
    **dict.fromkeys(
        (f"api/v1/{name}" for name in ("forces", "reports", "responses", "versions", "answers")),
        200,
    ),
    "api/v1/forces/<slug:force>": 200,
    "api/v1/reports/<slug:report>": 200,
    "api/<rest:rest>": 404,
    "about/": 200,
    "accessibility/": 200,
    "sitemap.xml": 200,
    # There is one sitemap, and no parts of it.
    "sitemap-<number:number>.xml": 404,
    "robots.txt": 200,
    "privacy/": 200,
    "favicon.ico": 302,
}


def guarded():
    """Return every address that is not public: {route: (who looks, who sends)}."""
    models = {}
    for place, model in MODELS.items():
        models |= model.addresses(f"admin/{place}/")
    return models | LISTS | STEPS | OTHERS
