"""The register's page as a small Flask application: the same database, the same rows and columns, session and scope on.

usage: plain_page.py flask|waitress DATABASE PORT
"""

import hashlib
import sqlite3
import sys
import threading
import time
from datetime import date, timedelta

from flask import Flask, abort, render_template, request
from jinja2 import DictLoader

LEVELS = {"very-low": "Çok düşük", "low": "Düşük", "medium": "Orta", "high": "Yüksek", "very-high": "Çok yüksek"}
STATES = ("notAssessed", "aboveAppetite", "reviewDue", "stale", "key", "retired")
PAGE = """<!doctype html>
<html lang="tr"><head><meta charset="utf-8"><title>Risk kaydı</title></head>
<body><header>{{ name }}</header><main><h1>Risk kaydı</h1>
<form><select name="unit">{% for unit in units %}<option value="{{ unit.code }}">{{ unit.name }} ({{ unit.code }})</option>
{% endfor %}</select></form>
<ul>{% for id, title in levels.items() %}<li><a href="/risks?rows=100&amp;level={{ id }}">{{ title }}
<span>{{ by_level.get(id, 0) }}</span></a></li>{% endfor %}</ul>
<ul>{% for state in states %}<li><a href="/risks?rows=100&amp;state={{ state }}">{{ state }}
<span>{{ counts[state] or 0 }}</span></a></li>{% endfor %}</ul>
<p>{{ total }} risk</p>
<table><thead><tr>{% for head in heads %}<th scope="col">{{ head }}</th>{% endfor %}</tr></thead><tbody>
{% for row in rows %}<tr><th scope="row"><a href="/risks/{{ row.reference }}">{{ row.reference }}</a></th>
<td>{{ row.statement }}</td><td>{{ row.unit }}</td><td class="number">{{ row.score }}</td>
<td><span class="badge">{{ levels.get(row.level, "Değerlendirilmedi") }}</span></td><td>{{ row|change }}</td>
<td>{{ row.owner }}</td><td>{{ row.next|day }}{% if row.next and row.next < today %} <b>geçti</b>{% endif %}</td></tr>
{% endfor %}</tbody></table></main></body></html>
"""
HEADS = ("No", "Tespit edilen risk", "Birim", "Puan", "Düzey", "Değişim", "Riskin sahibi", "Gözden geçirme")
ROWS = """
SELECT risk.reference, risk.statement, unit.name AS unit, risk.current_score AS score, risk.current_level AS level,
  risk.declared_change AS declared, risk.owner, risk.next_review_on AS next,
  (SELECT ifnull(p.residual_score, p.inherent_score) FROM assessment AS p
   WHERE p.risk_id = risk.id AND p.id <> risk.current_assessment_id
   ORDER BY p.assessed_on DESC, p.id DESC LIMIT 1) AS previous
FROM risk JOIN unit ON unit.id = risk.unit_id
WHERE risk.retired_on IS NULL AND risk.unit_id IN (SELECT value FROM json_each(?))
ORDER BY risk.current_rank DESC, risk.current_score DESC, risk.reference LIMIT ?
"""
COUNTS = """
SELECT current_level AS level, sum(retired_on IS NULL) AS total, sum(current_assessment_id IS NULL) AS notAssessed,
  sum(current_verdict IS 'above') AS aboveAppetite, sum(ifnull(next_review_on, '9999') <= ?) AS reviewDue,
  sum(updated_at < ?) AS stale, sum(is_key_risk) AS key, sum(retired_on IS NOT NULL) AS retired
FROM risk WHERE unit_id IN (SELECT value FROM json_each(?)) GROUP BY 1
"""
UNITS = "SELECT code, name FROM unit WHERE id IN (SELECT value FROM json_each(?)) ORDER BY name"
SESSION = """
SELECT account.id, account.display_name AS name FROM session JOIN account ON account.id = session.account_id
WHERE session.token_hash = ? AND session.expires_at > ? AND account.is_disabled = 0
"""

application = Flask(__name__)
application.jinja_loader = DictLoader({"page.html": PAGE})
local = threading.local()


@application.template_filter("day")
def day(text: str) -> str:
    return f"{text[8:]}.{text[5:7]}.{text[:4]}" if text else ""


@application.template_filter("change")
def change(row: sqlite3.Row) -> str:
    if row["previous"] is None or row["score"] is None:
        return row["declared"] or "+ yeni"
    return "↑ arttı" if row["score"] > row["previous"] else "↓ azaldı" if row["score"] < row["previous"] else "↔ aynı"


def connection() -> sqlite3.Connection:
    if not hasattr(local, "connection"):
        local.connection = sqlite3.connect(f"file:{DATABASE}?mode=ro", uri=True)
        local.connection.row_factory = sqlite3.Row
        local.connection.execute("PRAGMA cache_size = -32000")
    return local.connection


@application.get("/risks")
def risks() -> str:
    database = connection()
    token = hashlib.blake2b(request.cookies.get("guvence", "").encode(), digest_size=32).digest()
    now = int(time.time() * 1000)
    session = database.execute(SESSION, (token, now)).fetchone()
    if session is None:
        abort(401)
    granted = database.execute("SELECT unit_id FROM role_grant WHERE account_id = ?", (session["id"],)).fetchall()
    units = f"[{','.join(str(row[0]) for row in granted)}]"
    limit = min(int(request.args.get("rows", "50")), 500)
    rows = database.execute(ROWS, (units, limit)).fetchall()
    due = (date.today() + timedelta(days=14)).isoformat()
    found = database.execute(COUNTS, (due, now - 365 * 86_400_000, units)).fetchall()
    return render_template(
        "page.html", rows=rows, name=session["name"], levels=LEVELS, states=STATES, heads=HEADS,
        today=date.today().isoformat(), units=database.execute(UNITS, (units,)).fetchall(),
        total=sum(row["total"] for row in found), by_level={row["level"]: row["total"] for row in found},
        counts={state: sum(row[state] for row in found) for state in STATES})


if __name__ == "__main__":
    server, DATABASE, port = sys.argv[1], sys.argv[2], int(sys.argv[3])
    if server == "waitress":
        import waitress

        waitress.serve(application, host="127.0.0.1", port=port, threads=4)
    else:
        import logging

        logging.getLogger("werkzeug").disabled = True
        application.run(host="127.0.0.1", port=port, threaded=True)
