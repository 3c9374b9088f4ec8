extension Stylesheet {
  /// Remarks on wording, the picture of relations, suggestions.
  static let identification = """
    .remarks{margin:4px 0 12px;padding:0;list-style:none;max-width:75ch}
    .remarks li{border-left:4px solid var(--note);background:var(--note-soft);padding:6px 10px;margin:0 0 6px;font-size:14px}
    .remarks li.dismissed{border-color:var(--line);background:var(--soft);color:var(--muted)}
    td .remarks{margin:0}
    svg.relations{max-width:none;height:auto}
    .relations .node{fill:var(--ground);stroke:var(--field);stroke-width:1.5}
    .relations .centre{fill:var(--soft);stroke:var(--action);stroke-width:2.5}
    .relations text{fill:var(--ink);font-size:12px}
    .relations .name{font-weight:650;fill:var(--action)}
    .relations .arrow{fill:none;stroke:var(--muted);stroke-width:2}
    .relations .tip{fill:var(--muted)}
    .relations .rel-decreases.arrow{stroke-dasharray:6 4}
    .relations .rel-triggers.arrow{stroke-width:3}
    .relations .sign{fill:var(--ground);stroke:var(--muted)}
    .relations .sign-text{font-size:14px;font-weight:700}
    .wrapped tbody th{white-space:normal;max-width:36ch}
    .wrapped tbody th div{font-weight:400}
    .suggestions .card{margin:0 0 12px}
    """
}
