"""The sample municipality with one account per role, to ask every address as each of them."""

import json
import re
import sqlite3
from dataclasses import dataclass
from urllib.parse import unquote

from addresses import chart_form, process, process_form
from routes import ROLES, SESSION, UNIT_ROLES, Entry, Target, risk, unit
from server import Server
from web_client import Answer, Client

HOME, BELOW = "MH", "MHG"
LINK = re.compile(r"/password/[0-9a-f]+")
BOM = b"\xef\xbb\xbf"


@dataclass
class Person:
    """An account with one role, held in a unit; `sees` are the codes of the units of its scope."""
    role: str
    place: str
    client: Client
    sees: set[str]

    def may(self, entry: Entry, code: str) -> bool:
        """Whether the law gives this role the address; where it names a unit, only within view."""
        return entry.needs == SESSION or (entry.needs in ROLES[self.role] and (code in self.sees or not entry.of_unit))

    def __str__(self) -> str:
        return f"{self.role}@{self.place}"


class Town:
    """Targets in every unit, a coordinator who set the database up, and the people."""

    def __init__(self, server: Server):
        self.server = server
        self.keeper = Client(server).enter(server.setup_path())
        self._say("unit", "add", "--code", BELOW, "--name", "Gelir Servisi", "--parent", HOME)
        # Account 6 of the table, after the four of the sample and the coordinator: of addresses: nobody has entered with it.
        self._say("user", "add", "hedef", "--name", "Hedef", "--role", "kurul")
        self.keeper.post("/risks", {"unit": BELOW, "statement": "Tahakkukun geç yapılması nedeniyle gelir kaybı"})
        units = [(unit["code"], unit["name"]) for unit in json.loads(self._say("unit", "list", "--json"))["units"]]
        risks = self._risks()
        # Decision 2 concerns no unit: only who sees the whole administration may read it.
        self._say("board", "decide", "2", "--text", "Plan uygun bulundu")
        self.root = units[0][0]
        self.targets = {code: self._target(code, name, risks[code]) for code, name in units if code in risks}
        self.people = [self._person(role, place) for role in ROLES for place in self._places(role)]

    def _say(self, *words: str) -> str:
        done = self.server.command(*words)
        assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
        return done.stdout

    def _risks(self) -> dict[str, tuple[str, str]]:
        with self.database() as base:
            rows = base.execute(
                "SELECT unit.code, risk.reference, risk.statement FROM risk JOIN unit ON unit.id = risk.unit_id"
                " ORDER BY risk.id DESC").fetchall()
        return {code: (reference, statement) for code, reference, statement in rows}

    def _target(self, code: str, name: str, found: tuple[str, str]) -> Target:
        target = Target(code, name, *found, risk_version="", unit_version="", run="")
        self.escalate(target)
        target.risk_version = self.keeper.get(risk(target) + "/edit").hidden("version")
        target.unit_version = self.keeper.get(unit(target) + "/edit").hidden("version")
        made = json.loads(self._say("indicator", "adopt", "unused-leave", "--unit", code, "--json"))
        target.indicator = made["code"]
        read = json.loads(self._say("indicator", "record", made["code"], "--when", "2025-H1", "--value", "4", "--json"))
        target.reading = str(read["readings"][0]["number"])
        name = f"{target.reference} için kontrol"
        # The sample's controls may have taken the whole share.
        for held in json.loads(self._say("control", "suggest", target.reference, "--json"))["controls"]:
            self._say("control", "unlink", held["code"], target.reference, "--reason", "Yer açmak için")
        kept = json.loads(self._say("control", "add", "--unit", code, "--name", name, "--risk", target.reference,
                                    "--json"))
        target.control = kept["code"]
        paper = self.server.database.with_suffix(".txt")
        paper.write_text("Yetkisiz kanıt", encoding="utf-8")
        shown = json.loads(self._say("evidence", "add", "risk", target.reference, str(paper), "--json"))
        target.evidence = str(shown["number"])
        self._say("quantify", "set", target.reference, "--poisson", "1", "--pert", "1/2/3", "--rationale", "Sınama", "--json")
        simulated = json.loads(self._say("quantify", "run", "--unit", code, "--trials", "1000", "--json"))
        target.simulation = simulated["run"]
        happened = json.loads(self._say("event", "add", "--unit", code, "--what", f"{name} olayı", "--on", "2026-01-05",
                                        "--json"))
        target.event = happened["code"]
        learned = json.loads(self._say("event", "lesson", target.event, "--text", "Ders", "--json"))
        target.lesson = str(learned["lessons"][0]["number"])
        session = json.loads(self._say(
            "vote", "create", "--unit", code, "--title", f"{name} oylaması", "--chair", "koordinator", "--member",
            "koordinator", "--risk", f"{target.reference}:residual", "--risk", target.reference, "--json"))
        target.session = str(session["id"])
        self._say("vote", "open", target.session, "2")
        planned = json.loads(self._say("action", "add", "--risk", target.reference, "--title", f"{name} eylemi", "--due",
                                       "2999-01-01", "--json"))
        target.action = planned["code"]
        self.draw(target)
        target.run = self.upload(self.keeper, target).location.rsplit("/", 1)[-1]
        return target

    def draw(self, target: Target) -> None:
        """Makes a process of the unit with a chart of one step, to which the target's risk is linked."""
        made = self.keeper.post("/processes", process_form(1)(target))
        target.process = unquote(made.location.partition("?")[0].rsplit("/", 1)[-1])
        self.keeper.post(process("/chart")(target), chart_form(target) | {"version": "0"})
        self.keeper.post(process("/links")(target), process_form(1)(target))
        with self.database() as base:
            target.link = str(base.execute("SELECT max(id) FROM chart_link").fetchone()[0])

    def escalate(self, target: Target) -> None:
        """Puts the target's risk at the top level, so that an escalation waits for the administration's coordinator."""
        self._say("risk", "assess", target.reference, "--likelihood", "5", "--impact", "5")
        self._say("escalation", "run")
        waiting = json.loads(self._say("escalation", "list", "--unit", target.code, "--json"))["escalations"]
        target.escalation = next(str(one["number"]) for one in waiting
                                 if one["risk"] == target.reference and one["to"] == "irk")

    def upload(self, client: Client, target: Target) -> Answer:
        """Uploads a register of one new risk of the target's unit."""
        lines = f"Birim;Tespit Edilen Risk;Etki;Olasılık\r\n{target.name};Yetkisiz aktarılan risk;5;5\r\n"
        return client.post("/imports", {}, file=BOM + lines.encode())

    def _places(self, role: str) -> tuple[str, ...]:
        return (HOME, BELOW) if role in UNIT_ROLES else (self.root,)

    def _person(self, role: str, place: str) -> Person:
        said = self._say("user", "add", f"{role}.{place.lower()}" if place in (HOME, BELOW) else role, "--name", role,
                         "--role", role, "--unit", place)
        sees = {HOME: {HOME, BELOW}, BELOW: {BELOW}}.get(place, set(self.targets))
        return Person(role, place, Client(self.server).enter(LINK.search(said).group()), sees)

    def database(self) -> sqlite3.Connection:
        return sqlite3.connect(f"file:{self.server.database}?mode=ro", uri=True)

    def state(self) -> tuple:
        """Changes with every change: the journal's length and the imports that wait."""
        with self.database() as base:
            return base.execute("SELECT (SELECT max(sequence) FROM journal),"
                                " (SELECT count(*) FROM import_run WHERE state = 'waiting')").fetchone()
