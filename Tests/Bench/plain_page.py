"""The register's page as a small Flask application: the same database, the same rows and columns, session and scope on.

usage: plain_page.py flask|waitress DATABASE PORT
"""

import hashlib
import sqlite3
import sys
import threading
import time
from datetime import date

from flask import Flask, abort, render_template, request
from jinja2 import DictLoader

LEVELS = {"very-low": "Çok düşük", "low": "Düşük", "medium": "Orta", "high": "Yüksek", "very-high": "Çok yüksek"}
PAGE = """<!doctype html>
<html lang="tr"><head><meta charset="utf-8"><title>Risk kaydı</title></head>
<body><header>{{ name }}</header><main><h1>Risk kaydı</h1><p>{{ total }} risk</p>
<table><thead><tr><th>No</th><th>Tespit edilen risk</th><th>Birim</th><th>Puan</th><th>Düzey</th><th>Değişim</th>
<th>Riskin sahibi</th><th>Gözden geçirme</th></tr></thead><tbody>
{% for row in rows %}<tr><th scope="row"><a href="/risks/{{ row.reference }}">{{ row.reference }}</a></th>
<td>{{ row.statement }}</td><td>{{ row.unit }}</td><td class="number">{{ row.score }}</td>
<td><span class="badge">{{ levels.get(row.level, row.level) }}</span></td><td>{{ row.change or "" }}</td>
<td>{{ row.owner }}</td><td>{{ row.next|day }}{% if row.next < today %} <b>geçti</b>{% endif %}</td></tr>
{% endfor %}</tbody></table></main></body></html>
"""
ROWS = """
SELECT risk.reference, risk.statement, unit.name AS unit, risk.current_score AS score, risk.current_level AS level,
  risk.declared_change AS change, risk.owner, risk.next_review_on AS next
FROM risk JOIN unit ON unit.id = risk.unit_id
WHERE risk.retired_on IS NULL AND risk.unit_id IN (SELECT value FROM json_each(?))
ORDER BY risk.current_rank DESC, risk.current_score DESC, risk.reference LIMIT ?
"""
COUNT = "SELECT count(*) FROM risk WHERE retired_on IS NULL AND unit_id IN (SELECT value FROM json_each(?))"
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
    session = database.execute(SESSION, (token, int(time.time() * 1000))).fetchone()
    if session is None:
        abort(401)
    granted = database.execute("SELECT unit_id FROM role_grant WHERE account_id = ?", (session["id"],)).fetchall()
    units = f"[{','.join(str(row[0]) for row in granted)}]"
    limit = min(int(request.args.get("rows", "50")), 500)
    rows = database.execute(ROWS, (units, limit)).fetchall()
    total = database.execute(COUNT, (units,)).fetchone()[0]
    return render_template(
        "page.html", rows=rows, total=total, name=session["name"], levels=LEVELS, today=date.today().isoformat())


if __name__ == "__main__":
    server, DATABASE, port = sys.argv[1], sys.argv[2], int(sys.argv[3])
    if server == "waitress":
        import waitress

        waitress.serve(application, host="127.0.0.1", port=port, threads=4)
    else:
        import logging

        logging.getLogger("werkzeug").disabled = True
        application.run(host="127.0.0.1", port=port, threaded=True)
