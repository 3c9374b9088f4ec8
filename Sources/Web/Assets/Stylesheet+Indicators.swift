extension Stylesheet {
  /// States of indicators: colour, always with shape and word; small charts and charts with bands.
  static let indicators = """
    .st{display:inline-flex;align-items:center;gap:6px;padding:1px 9px;border-radius:11px;font-size:13px;font-weight:600;
    white-space:nowrap}
    .st-normal{background:#2E7D32;color:#FFFFFF}
    .st-warning{background:#FFC107;color:#1F2933}
    .st-alarm{background:#B42318;color:#FFFFFF}
    svg.spark{width:120px;height:28px;display:block}
    .spark polyline{fill:none;stroke:var(--ink);stroke-width:1.5}
    .mark-normal{fill:#2E7D32}.mark-warning{fill:#FFC107}.mark-alarm{fill:#B42318}
    .trend .mark-normal,.trend .mark-warning,.trend .mark-alarm{stroke:var(--ink);stroke-width:1}
    .band-normal{fill:#2E7D32;fill-opacity:.14}
    .band-warning{fill:#FFC107;fill-opacity:.2}
    .band-alarm{fill:#B42318;fill-opacity:.14}
    .overdue{color:var(--wrong);font-weight:600}
    tr.is-replaced td,tr.is-replaced th{color:var(--muted);text-decoration:line-through}
    tr.is-replaced td.keeps{text-decoration:none}
    @media print{.st{background:none!important;color:#000!important;border:1px solid #000}}
    """
}
