"""Every role × unit × page: what lies outside a person's scope or role is refused, and nothing changes."""

import pytest

from routes import OFFICER, OWNER, PUBLIC, SESSION, TABLE, Target, cases_of_the_program
from town import BELOW, HOME, Town
from web_client import Answer, Client

REFUSED = {403, 404}
FORMS = [entry for entry in TABLE if entry.form]
LISTS = (
    "/",
    "/risks",
    "/exports/risks.csv",
    "/exports/risks.xlsx",
    "/heat-map",
    "/journal",
    "/units",
    "/reports",
    "/indicators",
    "/indicators/readings.csv",
    "/calendar",
    "/calendar/guvence.ics",
    "/escalations",
    "/meetings",
    "/notices",
    "/controls",
    "/controls/export.csv",
    "/appetite",
    "/appetite/appetite.xlsx",
    "/actions",
    "/actions/timeline",
    "/actions/actions.xlsx",
    "/events",
    "/events/events.csv",
    "/simulations",
    "/processes",
    "/processes/coverage",
    "/processes/duties",
    "/services",
    "/votes",
    "/votes/votes.csv",
    "/reports/consolidated",
    "/reports/consolidated.xlsx",
)


@pytest.fixture(scope="module")
def town(server):
    return Town(server)


def test_table_names_every_route_of_the_program():
    listed = [entry.case for entry in TABLE]
    assert len(listed) == len(set(listed))
    assert set(listed) == cases_of_the_program()


def ask(client: Client, entry, target, **how) -> Answer:
    address = entry.path(target)
    return client.post(address, entry.form(target), **how) if entry.form else client.get(address)


def test_outside_scope_and_role_is_refused(town):
    before, wrong = town.state(), []
    for person in town.people:
        for entry, target in cases(town):
            if not person.may(entry, target.code):
                answer = ask(person.client, entry, target)
                if answer.status not in REFUSED | {entry.refused_as}:
                    place = "in view" if target.code in person.sees else "out of view"
                    wrong.append(f"{person}: {entry.method} {entry.case} {place} → {answer.status}")
        assert town.state() == before, f"{person} changed something"
    assert not wrong, f"{len(wrong)} not refused:\n" + "\n".join(sorted(set(wrong)))


def cases(town):
    """Each address that needs a right, for each unit where it names one."""
    for entry in TABLE:
        if entry.needs not in (PUBLIC, SESSION):
            for target in town.targets.values() if entry.of_unit else [town.targets[HOME]]:
                yield entry, target


def test_inside_scope_and_role_is_shown(town):
    """The other side of the refusals: who may read gets the page, so the refusals refuse the person."""
    wrong = []
    for person in town.people:
        for entry in TABLE:
            target = town.targets[BELOW]
            if entry.method == "GET" and entry.needs not in (PUBLIC, OWNER) and person.may(entry, target.code):
                answer = ask(person.client, entry, target)
                if answer.status != 200 and (entry.case, person.role) != ("dashboard", "yonetici"):
                    wrong.append(f"{person}: {entry.path(target)} → {answer.status}")
    assert not wrong, "\n".join(wrong)


def test_lists_hold_nothing_of_other_units(town):
    leaks = []
    for person in town.people:
        foreign = [target for target in town.targets.values() if target.code not in person.sees]
        for address in LISTS + (f"/risks?q={HOME}", "/risks?q=nedeniyle", "/risks?rows=500") if foreign else ():
            text = person.client.get(address).text
            leaks += [f"{person}: {address} holds {mark}" for target in foreign
                      for mark in (target.reference, target.statement, target.name) if mark in text]
    assert not leaks, "\n".join(leaks)


def test_import_into_another_unit_changes_nothing(town):
    for person in town.people:
        if person.role == "brk":
            preview = town.upload(person.client, town.targets["SKB"])
            before = town.state()
            answer = person.client.post(preview.location + "/confirmation", {})
            assert answer.status in REFUSED | {422}, answer.status
            assert town.state() == before


def test_without_session_every_page_leads_to_signing_in(town):
    before, nobody = town.state(), Client(town.server)
    for entry in TABLE:
        if entry.needs != PUBLIC:
            answer = ask(nobody, entry, town.targets[HOME])
            assert (answer.status, answer.location.partition("?")[0]) == (303, "/session"), entry
    assert town.state() == before


@pytest.mark.parametrize("how", [
    {"token": ""}, {"token": "0" * 64}, {"token": "of another session"},
    {"Origin": "http://kotu.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
], ids=str)
def test_form_from_elsewhere_is_refused(town, how):
    """Asked by the keeper, who holds every right, with every form; only where it came from is wrong."""
    if how.get("token") == "of another session":
        how = {"token": town.people[0].client.token}
    before = town.state()
    for entry in FORMS:
        assert ask(town.keeper, entry, town.targets[HOME], **how).status == 403, entry
    assert town.state() == before


def test_wrong_host_is_refused(town):
    for entry in TABLE:
        answer = town.keeper.ask(entry.method, entry.path(town.targets[HOME]), headers={"Host": "kotu.example"})
        assert 400 <= answer.status < 500, entry
        assert town.targets[HOME].statement not in answer.text


def test_forms_are_valid_when_the_right_person_sends_them(town):
    """Else the refusals above would prove nothing. Runs last: it changes and closes things."""
    target = town.targets[BELOW]
    for entry in FORMS:
        if entry.needs not in (PUBLIC, SESSION, OFFICER) and entry.case not in (
                "upload", "addMethod", "retireUnit", "reinstateUnit", "indicator.importFile",
                "evidence.attach", "action.complete", "action.cancel", "action.control", "appetite.decide",
                "appetite.withdraw", "appetite.acknowledge", "appetite.accept", "appetite.settle", "control.adopt",
                "identification.dismiss", "process.importFile"):
            if entry.needs == OWNER:
                target.run = town.upload(town.keeper, target).location.rsplit("/", 1)[-1]
            if entry.case == "oversight.toAgenda":
                town.escalate(target)
            accept(town, entry, target)
            target.risk_version = version_of_risk(town, target)
    head = next(person for person in town.people if person.role == "ust-yonetici")
    for case in ("appetite.decide", "appetite.withdraw"):
        accept(town, next(entry for entry in FORMS if entry.case == case), target, head.client)
    # Only a unit without open risks can be closed; adding a unit made one.
    empty = Target("YTK", "", "", "", risk_version="", unit_version="1", run="")
    for entry, version in ((entry, str(number)) for number, entry in enumerate(closing_of_units(), start=1)):
        empty.unit_version = version
        accept(town, entry, empty)


def accept(town, entry, target, client=None) -> None:
    answer = ask(client or town.keeper, entry, target)
    assert answer.status in (200, 303), f"{entry.case}: {answer.status}"


def closing_of_units() -> list:
    return [entry for entry in FORMS if entry.case in ("retireUnit", "reinstateUnit")]


def version_of_risk(town, target) -> str:
    with town.database() as base:
        found = base.execute("SELECT version FROM risk WHERE reference = ?", (target.reference,)).fetchone()
    return str(found[0])
