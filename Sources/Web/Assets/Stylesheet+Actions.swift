extension Stylesheet {
  /// Status of actions: colour, always with shape and word; the timeline.
  static let actions = """
    .ac{display:inline-flex;align-items:center;gap:6px;padding:1px 9px;border-radius:11px;font-size:13px;font-weight:600;
    white-space:nowrap;border:1px solid var(--line)}
    .ac-planned{background:#E4E7EB;color:#1F2933}
    .ac-in-progress{background:#CFE3F7;color:#0B3B66}
    .ac-completed{background:#2E7D32;color:#FFFFFF}
    .ac-cancelled{background:#FFFFFF;color:#52606D;text-decoration:line-through}
    .ac-overdue{background:#B42318;color:#FFFFFF}
    .ac-due-soon{background:#FFC107;color:#1F2933}
    .gantt{overflow-x:auto;margin:12px 0}
    .gantt svg{max-width:none;display:block}
    .gantt text{font-size:12px;fill:var(--ink)}
    .gantt .month{stroke:var(--line);stroke-width:1}
    .gantt .now{stroke:var(--wrong);stroke-width:2}
    .gantt .bar{stroke:var(--ink);stroke-width:1;fill-opacity:.35}
    .gantt .done{stroke:none}
    .gantt .bar-planned,.gantt .bar-cancelled{fill:#9AA5B1}
    .gantt .bar-in-progress{fill:#2C7BE5}
    .gantt .bar-completed{fill:#2E7D32}
    .gantt .bar-overdue{fill:#B42318}
    .gantt .bar-due-soon{fill:#FFC107}
    .gantt .bar-cancelled{stroke-dasharray:3 3}
    @media print{.ac{background:none!important;color:#000!important;border:1px solid #000}.gantt svg{max-width:100%;height:auto}}
    """
}
