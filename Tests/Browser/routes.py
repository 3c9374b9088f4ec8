"""Every address of the product with what it takes to be allowed there. One line per case of Route in Sources/Web.

Written from the roles of the law and the guides, not from the program, so that a slip there is seen here.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Callable
from urllib.parse import quote

ROUTE_SOURCE = Path(__file__).resolve().parents[2] / "Sources" / "Web" / "Routing" / "Route.swift"
# Rooms whose addresses are an enumeration of their own: the case of Route that holds it, and its source.
NESTED = {"indicator": ROUTE_SOURCE.with_name("IndicatorRoute.swift"),
          "evidence": ROUTE_SOURCE.with_name("EvidenceRoute.swift"),
          "event": ROUTE_SOURCE.with_name("EventRoute.swift"),
          "appetite": ROUTE_SOURCE.with_name("AppetiteRoute.swift"),
          "vote": ROUTE_SOURCE.with_name("VoteRoute.swift"),
          "concern": ROUTE_SOURCE.with_name("ConcernRoute.swift"),
          "action": ROUTE_SOURCE.with_name("ActionRoute.swift")}

READ, JOURNAL = "read", "journal"
ADD, EDIT, ASSESS, RETIRE, IMPORT = "add", "edit", "assess", "retire", "import"
UNITS, ACCOUNTS, GAUGE, METHOD = "units", "accounts", "gauge", "method"
HAPPENING = "happening"
ACTION = "action"
PROPOSE, APPROVE, BREACH = "propose", "approve", "breach"
CHAIR = "chair"
# What no role gives: named officers only. Who opened it the internal auditor may read.
OFFICER, OPENINGS = "officer", "openings"
# Asked without a session; asked by anybody who has one; asked only by who began the import.
PUBLIC, SESSION, OWNER = "public", "session", "owner"

# Who scores does not administer accounts; auditors and the board never write.
ROLES = {
    "ust-yonetici": {READ, JOURNAL, METHOD, APPROVE},
    "irk": {READ, JOURNAL, ADD, EDIT, ASSESS, RETIRE, IMPORT, GAUGE, METHOD, HAPPENING, PROPOSE, BREACH, CHAIR,
            ACTION},
    "brk": {READ, JOURNAL, ADD, EDIT, ASSESS, RETIRE, IMPORT, GAUGE, HAPPENING, BREACH, CHAIR, ACTION},
    "abrk": {READ, JOURNAL, ADD, EDIT, ASSESS, GAUGE, HAPPENING, BREACH, CHAIR, ACTION},
    "surec-sahibi": {READ, ADD, EDIT, HAPPENING, ACTION},
    "kurul": {READ},
    "ic-denetci": {READ, JOURNAL, OPENINGS},
    "yonetici": {JOURNAL, UNITS, ACCOUNTS},
}
UNIT_ROLES = ("brk", "abrk", "surec-sahibi")


@dataclass
class Target:
    """A unit, a risk of it and an import into it, with the versions that a form would carry."""
    code: str
    name: str
    reference: str
    statement: str
    risk_version: str
    unit_version: str
    run: str
    # An indicator of the unit, and the number of its first reading.
    indicator: str = ""
    reading: str = "1"
    # A voting session of the coordinator alone: item 1 waits, item 2 is being voted on.
    session: str = ""
    # An action of the unit that serves the risk.
    action: str = ""
    # A file of evidence of the risk.
    evidence: str = "1"
    # An event of the unit, and the number of its first lesson.
    event: str = ""
    lesson: str = "1"


@dataclass(frozen=True)
class Entry:
    """One address. `form` gives what a valid form would post there; without one the address is read."""
    case: str
    path: Callable[[Target], str]
    needs: str
    form: Callable[[Target], dict[str, str]] | None = None
    # Names one unit, so that people of another unit must be turned away rather than shown less.
    of_unit: bool = False
    # Besides 403 and 404: the form says that it knows no such unit.
    refused_as: int = 403

    @property
    def method(self) -> str:
        return "GET" if self.form is None else "POST"


def risk(target: Target) -> str:
    return "/risks/" + quote(target.reference)


def unit(target: Target) -> str:
    return "/units/" + quote(target.code)


def run(target: Target) -> str:
    return "/imports/" + target.run


def details(target: Target) -> dict[str, str]:
    return {"unit": target.code, "statement": "Yetkisiz elin yazdığı cümle", "version": target.risk_version}


def judgement(target: Target) -> dict[str, str]:
    return {"likelihood": "5", "impact": "5", "reason": "Yetkisiz", "version": target.risk_version}


def closing(target: Target) -> dict[str, str]:
    return {"reason": "Yetkisiz kapatma", "version": target.risk_version}


def unit_form(target: Target) -> dict[str, str]:
    return {"parent": "", "name": "Yetkisiz ad", "code": target.code, "version": target.unit_version}


def account_form(target: Target, login: str = "yetkisiz") -> dict[str, str]:
    return {"login": login, "displayName": "Yetkisiz", "role-1": "brk", "unit-1": target.code, "version": "1"}


def indicator(target: Target) -> str:
    return "/indicators/" + quote(target.indicator)


def indicator_form(version: int) -> Callable[[Target], dict[str, str]]:
    return lambda target: {"unit": target.code, "name": "Yetkisiz gösterge", "direction": "lower", "green": "1",
                           "yellow": "2", "frequency": "half-yearly", "version": str(version), "reason": "Yetkisiz"}


def reading(target: Target) -> dict[str, str]:
    return {"when": "2024-H2", "value": "1", "reason": "Yetkisiz"}


def corrected(target: Target) -> dict[str, str]:
    return {"when": "2025-H1", "value": "1", "reason": "Yetkisiz"}


def evidence(target: Target) -> str:
    return "/evidence/risk/" + quote(target.reference)


def action(target: Target) -> str:
    return "/actions/" + quote(target.action)


def action_form(target: Target) -> dict[str, str]:
    return {"unit": target.code, "risks": target.reference, "title": "Yetkisiz eylem", "dueOn": "2999-01-01",
            "percent": "5", "reason": "Yetkisiz", "version": "1"}


def breach(target: Target) -> str:
    return "/appetite/cases/" + quote(target.reference)


def breach_form(_: Target) -> dict[str, str]:
    until = (date.today() + timedelta(days=30)).isoformat()
    return {"plan": "Yetkisiz", "reason": "Yetkisiz", "settleReason": "Yetkisiz", "until": until, "version": "1"}


def proposal(_: Target) -> dict[str, str]:
    return {"kind": "target", "target": "H77", "appetite": "4", "tolerance": "8", "capacity": "9",
            "rationale": "Yetkisiz"}


def decision(_: Target) -> dict[str, str]:
    return {"decision": "approved", "note": "Yetkisiz"}


def adoption(target: Target) -> dict[str, str]:
    return {"id": "debt-to-revenue", "unit": target.code}


def event(target: Target) -> str:
    return "/events/" + quote(target.event)


def event_form(version: int) -> Callable[[Target], dict[str, str]]:
    return lambda target: {"unit": target.code, "description": "Yetkisiz olay", "occurredOn": "2026-01-01",
                           "kind": "near-miss", "version": str(version), "reason": "Yetkisiz", "text": "Yetkisiz"}


def publication(_: Target) -> dict[str, str]:
    return {"confirmed": "1", "reason": "Yetkisiz yöntem", "version": "1"}


def vote(rest: str = "") -> Callable[[Target], str]:
    return lambda target: f"/oylama/{target.session}{rest}"


def vote_form(target: Target) -> dict[str, str]:
    return {"unit": target.code, "title": "Yetkisiz oturum", "person-koordinator": "present", "version": "1",
            f"agenda-{target.reference}": "inherent"}


def ballot(_: Target) -> dict[str, str]:
    return {"round": "1", "impact": "4", "likelihood": "4"}


def acceptance(target: Target) -> dict[str, str]:
    return {"version": "1", "seen": target.risk_version, "drop": "1"}


def nothing(_: Target) -> dict[str, str]:
    return {}


def at(address: str) -> Callable[[Target], str]:
    return lambda target: address.replace("CODE", quote(target.code))


TABLE = [
    Entry("health", at("/health"), PUBLIC),
    Entry("asset", at("/static/yok.css"), PUBLIC),
    Entry("language", at("/dil/tr"), PUBLIC),
    Entry("signInForm", at("/session"), PUBLIC),
    Entry("signIn", at("/session"), PUBLIC, nothing),
    Entry("setupForm", at("/setup/yok"), PUBLIC),
    Entry("setup", at("/setup/yok"), PUBLIC, nothing),
    Entry("passwordLinkForm", at("/password/yok"), PUBLIC),
    Entry("passwordLink", at("/password/yok"), PUBLIC, nothing),
    Entry("signOut", at("/session/end"), SESSION, nothing),
    Entry("passwordForm", at("/password"), SESSION),
    Entry("changePassword", at("/password"), SESSION, nothing),
    Entry("dashboard", at("/"), SESSION),
    Entry("rules", at("/rules"), SESSION),
    Entry("about", at("/about"), SESSION),
    Entry("units", at("/units"), SESSION),
    Entry("register", at("/risks?unit=CODE"), READ, of_unit=True),
    Entry("exportRegister", at("/exports/risks.csv?unit=CODE"), READ, of_unit=True),
    Entry("heatMap", at("/heat-map?unit=CODE"), READ, of_unit=True),
    Entry("journal", at("/journal"), JOURNAL),
    Entry("newRisk", at("/risks/new"), ADD),
    Entry("addRisk", at("/risks"), ADD, details, of_unit=True, refused_as=422),
    Entry("risk", risk, READ, of_unit=True),
    Entry("editRiskForm", lambda t: risk(t) + "/edit", EDIT, of_unit=True),
    Entry("editRisk", risk, EDIT, details, of_unit=True),
    Entry("assessForm", lambda t: risk(t) + "/assessments/new", ASSESS, of_unit=True),
    Entry("assess", lambda t: risk(t) + "/assessments", ASSESS, judgement, of_unit=True),
    Entry("scorePreview", lambda t: risk(t) + "/score-preview", READ, judgement, of_unit=True),
    Entry("retireRiskForm", lambda t: risk(t) + "/retirement", RETIRE, of_unit=True),
    Entry("retireRisk", lambda t: risk(t) + "/retirement", RETIRE, closing, of_unit=True),
    Entry("reinstateRisk", lambda t: risk(t) + "/reinstatement", RETIRE, closing, of_unit=True),
    Entry("indicator.list", at("/indicators?unit=CODE"), READ, of_unit=True),
    Entry("indicator.export", at("/indicators/readings.csv?unit=CODE"), READ, of_unit=True),
    Entry("indicator.catalog", at("/indicators/catalog"), GAUGE),
    Entry("indicator.adopt", at("/indicators/catalog"), GAUGE, adoption, of_unit=True, refused_as=422),
    Entry("indicator.importForm", at("/indicators/import"), GAUGE),
    Entry("indicator.importFile", at("/indicators/import"), GAUGE, nothing),
    Entry("indicator.new", at("/indicators/new"), GAUGE),
    Entry("indicator.add", at("/indicators"), GAUGE, indicator_form(1), of_unit=True, refused_as=422),
    Entry("indicator.show", indicator, READ, of_unit=True),
    Entry("indicator.editForm", lambda t: indicator(t) + "/edit", GAUGE, of_unit=True),
    Entry("indicator.edit", indicator, GAUGE, indicator_form(1), of_unit=True),
    Entry("indicator.record", lambda t: indicator(t) + "/readings", GAUGE, reading, of_unit=True),
    Entry("indicator.correctForm", lambda t: indicator(t) + f"/readings/{t.reading}/correction", GAUGE, of_unit=True),
    Entry("indicator.correct", lambda t: indicator(t) + f"/readings/{t.reading}/correction", GAUGE, corrected,
          of_unit=True),
    Entry("indicator.retireForm", lambda t: indicator(t) + "/retirement", GAUGE, of_unit=True),
    Entry("indicator.retire", lambda t: indicator(t) + "/retirement", GAUGE, indicator_form(2), of_unit=True),
    Entry("indicator.reinstate", lambda t: indicator(t) + "/reinstatement", GAUGE, indicator_form(3), of_unit=True),
    Entry("action.list", at("/actions?unit=CODE"), READ, of_unit=True),
    Entry("action.timeline", at("/actions/timeline?unit=CODE"), READ, of_unit=True),
    Entry("action.export", at("/actions/actions.xlsx?unit=CODE"), READ, of_unit=True),
    Entry("action.new", at("/actions/new"), ACTION),
    Entry("action.add", at("/actions"), ACTION, action_form, of_unit=True, refused_as=422),
    Entry("action.show", action, READ, of_unit=True),
    Entry("action.editForm", lambda t: action(t) + "/edit", ACTION, of_unit=True),
    Entry("action.progress", lambda t: action(t) + "/progress", ACTION, action_form, of_unit=True),
    Entry("action.edit", action, ACTION, action_form, of_unit=True),
    Entry("action.complete", lambda t: action(t) + "/completion", ACTION, action_form, of_unit=True),
    Entry("action.cancel", lambda t: action(t) + "/cancellation", ACTION, action_form, of_unit=True),
    Entry("appetite.list", at("/appetite?unit=CODE"), READ, of_unit=True),
    Entry("appetite.export", at("/appetite/appetite.xlsx?unit=CODE"), READ, of_unit=True),
    Entry("appetite.proposeForm", at("/appetite/new"), PROPOSE),
    Entry("appetite.propose", at("/appetite"), PROPOSE, proposal),
    Entry("appetite.decideForm", at("/appetite/statements/4"), READ),
    Entry("appetite.decide", at("/appetite/statements/4"), APPROVE, decision),
    Entry("appetite.breach", breach, READ, of_unit=True),
    Entry("appetite.acknowledge", lambda t: breach(t) + "/acknowledgement", BREACH, breach_form, of_unit=True),
    Entry("appetite.accept", lambda t: breach(t) + "/acceptance", APPROVE, breach_form, of_unit=True),
    Entry("appetite.settle", lambda t: breach(t) + "/resolution", BREACH, breach_form, of_unit=True),
    Entry("evidence.list", evidence, READ, of_unit=True),
    # Without a file the form comes again, for those who may add one.
    Entry("evidence.attach", evidence, EDIT, nothing, of_unit=True),
    Entry("evidence.content", lambda t: "/evidence/" + t.evidence, READ, of_unit=True),
    Entry("evidence.withdrawForm", lambda t: f"/evidence/{t.evidence}/withdrawal", EDIT, of_unit=True),
    Entry("evidence.withdraw", lambda t: f"/evidence/{t.evidence}/withdrawal", EDIT, closing, of_unit=True),
    Entry("event.list", at("/events?unit=CODE"), READ, of_unit=True),
    Entry("event.export", at("/events/events.csv?unit=CODE"), READ, of_unit=True),
    Entry("event.new", at("/events/new"), HAPPENING),
    Entry("event.add", at("/events"), HAPPENING, event_form(1), of_unit=True, refused_as=422),
    Entry("event.show", event, READ, of_unit=True),
    Entry("event.editForm", lambda t: event(t) + "/edit", HAPPENING, of_unit=True),
    Entry("event.edit", event, HAPPENING, event_form(1), of_unit=True),
    Entry("event.closeForm", lambda t: event(t) + "/closing", HAPPENING, of_unit=True),
    Entry("event.close", lambda t: event(t) + "/closing", HAPPENING, event_form(2), of_unit=True),
    Entry("event.reopen", lambda t: event(t) + "/reopening", HAPPENING, event_form(3), of_unit=True),
    Entry("event.addLesson", lambda t: event(t) + "/lessons", HAPPENING, event_form(1), of_unit=True),
    Entry("event.lessonForm", lambda t: event(t) + f"/lessons/{t.lesson}", HAPPENING, of_unit=True),
    Entry("event.editLesson", lambda t: event(t) + f"/lessons/{t.lesson}", HAPPENING, event_form(1), of_unit=True),
    Entry("vote.list", at("/oylama"), SESSION),
    Entry("vote.export", at("/oylama/oylar.csv"), SESSION),
    Entry("vote.new", at("/oylama/new"), CHAIR),
    Entry("vote.add", at("/oylama"), CHAIR, vote_form, of_unit=True, refused_as=422),
    Entry("vote.show", vote(), READ, of_unit=True),
    Entry("vote.live", vote("/live"), READ, of_unit=True),
    Entry("vote.editForm", vote("/edit"), CHAIR, of_unit=True),
    Entry("vote.edit", vote(), CHAIR, vote_form, of_unit=True),
    Entry("vote.form", vote("/form"), READ, of_unit=True),
    Entry("vote.item", vote("/items/1"), READ, of_unit=True),
    Entry("vote.itemLive", vote("/items/1/live"), READ, of_unit=True),
    Entry("vote.round", vote("/items/1/rounds"), OWNER, nothing, of_unit=True),
    Entry("vote.open", vote("/items/1/opening"), OWNER, nothing, of_unit=True),
    Entry("vote.cast", vote("/items/2/votes"), OWNER, ballot, of_unit=True),
    Entry("vote.accept", vote("/items/2/acceptance"), OWNER, acceptance, of_unit=True),
    Entry("vote.close", vote("/close"), OWNER, lambda t: {"version": "2"}, of_unit=True),
    Entry("concern.form", at("/ihbar"), PUBLIC),
    Entry("concern.submit", at("/ihbar"), PUBLIC, nothing),
    Entry("concern.followForm", at("/ihbar/follow"), PUBLIC),
    Entry("concern.follow", at("/ihbar/follow"), PUBLIC, nothing),
    Entry("concern.reply", at("/ihbar/reply"), PUBLIC, nothing),
    Entry("concern.list", at("/concerns"), OFFICER),
    Entry("concern.unlock", at("/concerns/unlock"), OFFICER, nothing),
    Entry("concern.lock", at("/concerns/lock"), OFFICER, nothing),
    Entry("concern.log", at("/concerns/log"), OPENINGS),
    Entry("concern.show", at("/concerns/1"), OFFICER),
    Entry("concern.write", at("/concerns/1/messages"), OFFICER, nothing),
    Entry("concern.status", at("/concerns/1/status"), OFFICER, nothing),
    Entry("concern.turn", at("/concerns/1/turning"), OFFICER, nothing),
    Entry("imports", at("/imports"), IMPORT),
    Entry("upload", at("/imports"), IMPORT, nothing),
    Entry("importPreview", run, OWNER, of_unit=True),
    Entry("importMapping", lambda t: run(t) + "/mapping", OWNER, nothing, of_unit=True),
    Entry("confirmImport", lambda t: run(t) + "/confirmation", OWNER, nothing, of_unit=True),
    Entry("discardImport", lambda t: run(t) + "/withdrawal", OWNER, nothing, of_unit=True),
    Entry("importJob", at("/imports/jobs/yok"), OWNER, of_unit=True),
    Entry("newUnit", at("/units/new"), UNITS),
    Entry("addUnit", at("/units"), UNITS, lambda t: {"parent": t.code, "name": "Yetkisiz", "code": "YTK"}, of_unit=True),
    Entry("editUnitForm", lambda t: unit(t) + "/edit", UNITS, of_unit=True),
    Entry("editUnit", unit, UNITS, unit_form, of_unit=True),
    Entry("retireUnitForm", lambda t: unit(t) + "/retirement", UNITS, of_unit=True),
    Entry("retireUnit", lambda t: unit(t) + "/retirement", UNITS, unit_form, of_unit=True),
    Entry("reinstateUnit", lambda t: unit(t) + "/reinstatement", UNITS, unit_form, of_unit=True),
    Entry("accounts", at("/accounts"), ACCOUNTS),
    Entry("newAccount", at("/accounts/new"), ACCOUNTS),
    Entry("addAccount", at("/accounts"), ACCOUNTS, account_form),
    Entry("editAccountForm", at("/accounts/6/edit"), ACCOUNTS),
    Entry("editAccount", at("/accounts/6"), ACCOUNTS, lambda t: account_form(t, "baska")),
    Entry("accountLink", at("/accounts/6/password-links"), ACCOUNTS, nothing),
    Entry("reports", at("/reports"), READ),
    Entry("consolidatedReport", at("/reports/consolidated?unit=CODE"), READ, of_unit=True),
    Entry("consolidatedWorkbook", at("/reports/consolidated.xlsx?unit=CODE"), READ, of_unit=True),
    Entry("methods", at("/methods"), METHOD),
    Entry("addMethod", at("/methods"), METHOD, nothing),
    Entry("method", at("/methods/10x10"), METHOD),
    Entry("methodText", at("/methods/10x10/text"), METHOD),
    Entry("publishMethod", at("/methods/10x10/publications"), METHOD, publication),
    # There is nothing to take back until something is published.
    Entry("undoMethodForm", at("/method-changes/1/undo"), OWNER),
    Entry("undoMethod", at("/method-changes/1/undo"), METHOD, lambda t: {"reason": "Yetkisiz"}),
]


def cases_of(source: Path) -> set[str]:
    """The cases of the enumeration that the file holds."""
    body = source.read_text(encoding="utf-8").partition("enum ")[2]
    return set(re.findall(r"^  case (\w+)", body, re.MULTILINE))


def cases_of_the_program() -> set[str]:
    """The cases of `enum Route`, read from its source; those of a room of its own as `room.case`."""
    found = cases_of(ROUTE_SOURCE) - NESTED.keys()
    return found | {f"{room}.{case}" for room, source in NESTED.items() for case in cases_of(source)}
