"""What the table of addresses is made of: abilities, roles, the unit and its things, addresses and forms.

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
          "simulation": ROUTE_SOURCE.with_name("SimulationRoute.swift"),
          "control": ROUTE_SOURCE.with_name("ControlRoute.swift"),
          "oversight": ROUTE_SOURCE.with_name("OversightRoute.swift"),
          "evidence": ROUTE_SOURCE.with_name("EvidenceRoute.swift"),
          "event": ROUTE_SOURCE.with_name("EventRoute.swift"),
          "identification": ROUTE_SOURCE.with_name("IdentificationRoute.swift"),
          "appetite": ROUTE_SOURCE.with_name("AppetiteRoute.swift"),
          "vote": ROUTE_SOURCE.with_name("VoteRoute.swift"),
          "concern": ROUTE_SOURCE.with_name("ConcernRoute.swift"),
          "action": ROUTE_SOURCE.with_name("ActionRoute.swift"),
          "process": ROUTE_SOURCE.with_name("ProcessRoute.swift")}

READ, JOURNAL = "read", "journal"
ADD, EDIT, ASSESS, RETIRE, IMPORT = "add", "edit", "assess", "retire", "import"
UNITS, ACCOUNTS, GAUGE, METHOD, CONTROL = "units", "accounts", "gauge", "method", "control"
HAPPENING = "happening"
NUMBERS, SIMULATION = "numbers", "simulation"
ACTION = "action"
PROCESS = "process"
PROPOSE, APPROVE, BREACH = "propose", "approve", "breach"
CHAIR = "chair"
# What no role gives: named officers only. Who opened it the internal auditor may read.
OFFICER, OPENINGS = "officer", "openings"
# Answering what waits at the İRK; keeping the board's papers; reading what concerns the whole administration.
ANSWER, OVERSEE, WHOLE = "answer", "oversee", "whole"
# Asked without a session; asked by anybody who has one; asked only by who began the import.
PUBLIC, SESSION, OWNER = "public", "session", "owner"

# Who scores does not administer accounts; auditors and the board never write.
ROLES = {
    "ust-yonetici": {READ, JOURNAL, METHOD, APPROVE, SIMULATION, ANSWER, WHOLE},
    "irk": {READ, JOURNAL, ADD, EDIT, ASSESS, RETIRE, IMPORT, GAUGE, METHOD, HAPPENING, PROPOSE, BREACH,
            CHAIR, NUMBERS, SIMULATION, CONTROL, ACTION, ANSWER, OVERSEE, WHOLE, PROCESS},
    "brk": {READ, JOURNAL, ADD, EDIT, ASSESS, RETIRE, IMPORT, GAUGE, HAPPENING, BREACH, CHAIR, NUMBERS,
            SIMULATION, CONTROL, ACTION, PROCESS},
    "abrk": {READ, JOURNAL, ADD, EDIT, ASSESS, GAUGE, HAPPENING, BREACH, CHAIR, NUMBERS, CONTROL, ACTION, PROCESS},
    "surec-sahibi": {READ, ADD, EDIT, HAPPENING, CONTROL, ACTION, PROCESS},
    "kurul": {READ, WHOLE},
    "ic-denetci": {READ, JOURNAL, OPENINGS, WHOLE},
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
    # An escalation of the risk that waits at the İRK.
    escalation: str = ""
    # A voting session of the coordinator alone: item 1 waits, item 2 is being voted on.
    session: str = ""
    # A control of the unit, linked to the risk.
    control: str = ""
    # An action of the unit that serves the risk.
    action: str = ""
    # A file of evidence of the risk.
    evidence: str = "1"
    # A simulation of the unit's risks.
    simulation: str = "1"
    # An event of the unit, and the number of its first lesson.
    event: str = ""
    lesson: str = "1"
    # A process of the unit with a draft of its chart, and the number of a link of its step to the risk.
    process: str = ""
    link: str = "1"


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


def control(target: Target) -> str:
    return "/controls/" + quote(target.control)


def of_risk(target: Target) -> str:
    return "/controls/of/" + quote(target.reference)


def control_form(version: int) -> Callable[[Target], dict[str, str]]:
    return lambda target: {"unit": target.code, "name": "Yetkisiz kontrol", "kind": "preventive", "nature": "manual",
                           "frequency": "monthly", "version": str(version), "reason": "Yetkisiz"}


def control_test(target: Target) -> dict[str, str]:
    return {"conclusion": "passed", "sampleSize": "5", "exceptions": "0"}


def control_share(target: Target) -> dict[str, str]:
    return {"control": target.control, "share": "15", "factor": "both"}


def control_method(_: Target) -> dict[str, str]:
    return {"method": "tier-reduction", "reason": "Yetkisiz"}


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


def estimate(target: Target) -> str:
    return "/simulations/risks/" + quote(target.reference)


def numbers(target: Target) -> dict[str, str]:
    return {"frequencyKind": "poisson", "frequency": "1", "lossKind": "pert", "minimum": "1", "mode": "2", "maximum": "3",
            "rationale": "Yetkisiz", "reason": "Yetkisiz", "version": "1", "unit": target.code, "trials": "1000",
            "loss-" + target.reference: "50"}


def event(target: Target) -> str:
    return "/events/" + quote(target.event)


def event_form(version: int) -> Callable[[Target], dict[str, str]]:
    return lambda target: {"unit": target.code, "description": "Yetkisiz olay", "occurredOn": "2026-01-01",
                           "kind": "near-miss", "version": str(version), "reason": "Yetkisiz", "text": "Yetkisiz"}


def process(rest: str = "") -> Callable[[Target], str]:
    return lambda target: "/processes/" + quote(target.process) + rest


def process_form(version: int) -> Callable[[Target], dict[str, str]]:
    return lambda target: {"unit": target.code, "name": "Yetkisiz süreç", "catalogue": "HLK-01", "owner": "Şef",
                           "legalBasis": "5018 s.K.", "documentNumber": "İA-9", "reason": "Yetkisiz",
                           "step": "b", "reference": target.reference, "version": str(version)}


def chart_form(target: Target) -> dict[str, str]:
    # A form of one row; forms of several repeat each field.
    return {"step-id": "b", "step-name": "Başla", "step-kind": "başla", "step-next": "yok", "do": "save",
            "note": "Yetkisiz", "version": "1"}


def publication(_: Target) -> dict[str, str]:
    return {"confirmed": "1", "reason": "Yetkisiz yöntem", "version": "1"}


def vote(rest: str = "") -> Callable[[Target], str]:
    return lambda target: f"/votes/{target.session}{rest}"


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


def identifying(target: Target) -> dict[str, str]:
    return {"unit": "DSA" if target.code != "DSA" else "Bİ", "reason": "Yetkisiz", "other": "DSA.RA.0006",
            "check": "yok", "kind": "increases"}


def suggestion(target: Target) -> dict[str, str]:
    return {"unit": target.code, "directorate": "parks", "entry": "parks/playground-accident"}


def escalation(rest: str = "") -> Callable[[Target], str]:
    return lambda target: f"/escalations/{target.escalation}{rest}"


def review(target: Target) -> str:
    return "/calendar/risk/" + quote(target.reference)


def review_day(_: Target) -> dict[str, str]:
    return {"reviewOn": str(date.today() + timedelta(days=1)), "reason": "Yetkisiz gün"}


def office(_: Target) -> dict[str, str]:
    # Meeting 2 of the sample is still to be held; each form takes the fields it knows.
    return {"note": "Yetkisiz not", "decision": "Yetkisiz karar", "meeting": "2", "heldOn": "2099-01-01",
            "title": "Yetkisiz madde", "text": "Yetkisiz karar", "outcome": "Yetkisiz sonuç", "version": "1"}
