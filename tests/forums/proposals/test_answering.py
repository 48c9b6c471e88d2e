import io

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from docx import Document
from wagtail.test.utils.form_data import rich_text

from core.mail.sending import send_due_letters
from core.roles import EDITORS, ORGANISERS
from forums.proposals.choices import Status
from forums.proposals.models import Adoption, Decision, DraftItem, Event, Proposal
from tests.factories.forums import resolution_with, section_with
from tests.factories.proposals import ContactFactory, ProposalFactory
from tests.reading import words

pytestmark = pytest.mark.django_db
QUEUE = "/admin/proposals/"
TEXT = "Установить скамейки вдоль пешеходных дорожек микрорайона Заречный в 2027 году"


@pytest.fixture
def organiser(client, period):
    """The client as a member of the organisers and of nothing else."""
    user = get_user_model().objects.create_user("organiser", "organiser@novodumsk.example", "secret")
    user.groups.add(Group.objects.get(name=ORGANISERS))
    client.force_login(user)
    return client


def decide(client, proposal, **decision):
    data = {f"p{proposal.pk}-{name}": value for name, value in decision.items()}
    return client.post(f"{QUEUE}{proposal.pk}/decide/", data)


def test_decisions_are_drafted_and_published_together_and_the_author_is_written_to_once(organiser, period, base):
    author = ContactFactory(email="anna@novodumsk.example")
    first, second = ProposalFactory.create_batch(2, period=period, status=Status.RECEIVED, author=author)
    decide(organiser, first, verdict="publish")
    reason = {"category": "appeal", "sentence": "Это жалоба на соседа.", "office": "Оргкомитет форума"}
    decide(organiser, second, verdict="decline", **reason)
    assert not Event.objects.exists()
    assert not mail.outbox
    assert "2" in words(organiser.get(QUEUE))
    organiser.post(f"{QUEUE}publish/")
    organiser.post(f"{QUEUE}publish/")
    statuses = dict(Proposal.objects.values_list("pk", "status"))
    assert statuses == {first.pk: Status.PUBLISHED, second.pk: Status.DECLINED}
    send_due_letters()
    (letter,) = mail.outbox
    assert letter.to == ["anna@novodumsk.example"]
    assert f"{base}{first.number}/" in letter.body
    assert "Это жалоба на соседа." in letter.body
    assert "Оргкомитет форума" in letter.body
    assert "Оргкомитет форума" in words(organiser.get(f"{base}log/"))


@pytest.mark.parametrize("left_out", ["category", "sentence", "office"])
def test_no_refusal_without_a_reason_a_sentence_and_an_office(organiser, period, left_out):
    proposal = ProposalFactory(period=period, status=Status.RECEIVED)
    whole = {"category": "unclear", "sentence": "Непонятно.", "office": "Оргкомитет"}
    response = decide(organiser, proposal, verdict="decline", **{**whole, left_out: ""})
    assert response.status_code == 200
    assert not Decision.objects.exists()


def test_a_proposal_is_returned_once_at_most(organiser, period):
    proposal = ProposalFactory(period=period, status=Status.RECEIVED, tries=2)
    decide(organiser, proposal, verdict="return", sentence="Ещё раз.")
    assert not Decision.objects.exists()


def test_a_proposal_is_linked_by_its_number(organiser, period):
    one = ProposalFactory(period=period, status=Status.RECEIVED)
    two = ProposalFactory(period=period)
    organiser.post(f"{QUEUE}{one.pk}/link/", {f"l{one.pk}-number": two.number})
    assert list(two.linked.all()) == [one]
    organiser.post(f"{QUEUE}{one.pk}/link/", {f"l{one.pk}-number": 999999})
    assert one.linked.count() == 1


def test_editors_do_not_read_what_residents_send(client, period):
    user = get_user_model().objects.create_user("editor", "editor@novodumsk.example", "secret")
    user.groups.add(Group.objects.get(name=EDITORS))
    client.force_login(user)
    for address in ("", f"board/{period.pk}/", f"outcomes/{period.pk}/", f"board/{period.pk}/draft.docx"):
        response = client.get(f"{QUEUE}{address}")
        assert response.status_code in (302, 403)


def test_from_proposal_to_paragraph(organiser, period, base):
    """The whole way: board, Word document, adopted text, the words compared, the thread readable both ways."""
    first, second, third = ProposalFactory.create_batch(3, period=period)
    board = f"{QUEUE}board/{period.pk}/"
    organiser.post(board, {"act": "take", "track": "Дворы", "proposals": [first.pk, third.pk]})
    assert Proposal.objects.get(pk=first.pk).status == Status.DISCUSSED
    organiser.post(board, {"act": "keep", "track": "Дворы", "text": TEXT, "proposals": [first.pk, second.pk]})
    item = DraftItem.objects.get()
    assert set(item.proposals.all()) == {first, second}
    assert Proposal.objects.get(pk=second.pk).status == Status.DRAFTED

    answer = organiser.get(f"{board}draft.docx")
    document = Document(io.BytesIO(b"".join(answer) if answer.streaming else answer.content))
    assert f"1.1. {TEXT}" in [paragraph.text for paragraph in document.paragraphs]
    assert str(first.number) in next(iter(document.comments)).text

    adopted = TEXT.replace("в 2027 году", "до 1 июля 2027 года")
    resolution = resolution_with([section_with(["Развивать библиотеки", adopted])], parent=period.forum)
    resolution.save_revision().publish()
    assert Adoption.objects.filter(is_confirmed=False).count() == 2
    assert Proposal.objects.get(pk=first.pk).status == Status.DRAFTED

    outcomes = f"{QUEUE}outcomes/{period.pk}/"
    page = words(organiser.get(outcomes))
    assert "<del>в</del><ins>до 1 июля</ins>" in " ".join(page.split()).replace("> ", ">").replace(" <", "<")
    key = str(resolution.recommendations[1].translation_key)
    for proposal, in_part in ((first, ""), (second, "on")):
        prefix = f"p{proposal.pk}"
        data = {"proposal": proposal.pk, f"{prefix}-recommendations": [key], f"{prefix}-in_part": in_part}
        organiser.post(outcomes, data)
    organiser.post(outcomes, {"proposal": third.pk, f"p{third.pk}-note": "Сделано в прошлом году."})
    statuses = [Proposal.objects.get(pk=proposal.pk).status for proposal in (first, second, third)]
    assert statuses == [Status.ADOPTED, Status.ADOPTED_IN_PART, Status.NOT_ADOPTED]
    send_due_letters()
    assert len(mail.outbox) == 3

    shown = words(organiser.get(f"{base}{first.number}/"))
    assert f"{resolution.url}1-2/" in shown
    assert "<ins>" in shown
    clause = words(organiser.get(f"{resolution.url}1-2/"))
    assert f"{base}{first.number}/" in clause
    assert f"{base}{second.number}/" in clause
    assert f"{base}{first.number}/" not in words(organiser.get(f"{resolution.url}1-1/"))
    assert "Сделано в прошлом году." in words(organiser.get(f"{base}{third.number}/"))


def test_publishing_a_resolution_names_what_has_no_outcome(organiser, period):
    ProposalFactory(period=period, number=77)
    resolution = resolution_with([section_with(["Развивать библиотеки"])], parent=period.forum, live=False)
    edit = f"/admin/pages/{resolution.pk}/edit/"
    form = organiser.get(edit).context["form"]
    data = {
        name: form[name].value() or "" for name in ("title", "letterhead", "number", "place", "preamble", "closing")
    }
    section = resolution.sections.first()
    item = section.recommendations.first()
    data |= {
        "slug": "resolution",
        "preamble": rich_text(""),
        "closing": rich_text(""),
        "adopted_on": "26.04.2027",
        "action-publish": "1",
        "sections-TOTAL_FORMS": "1",
        "sections-INITIAL_FORMS": "1",
        "sections-0-id": section.pk,
        "sections-0-verb": "recommend",
        "sections-0-ORDER": "1",
        "sections-0-recommendations-TOTAL_FORMS": "1",
        "sections-0-recommendations-INITIAL_FORMS": "1",
        "sections-0-recommendations-0-id": item.pk,
        "sections-0-recommendations-0-text": item.text,
        "sections-0-recommendations-0-kind": item.kind,
        "sections-0-recommendations-0-ORDER": "1",
    }
    response = organiser.post(edit, data, follow=True)
    assert "77" in "".join(str(message) for message in response.context["messages"])
