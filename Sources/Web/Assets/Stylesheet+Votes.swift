extension Stylesheet {
  /// Voting: large choices, dots, the form on paper.
  static let votes = """
    .vote-form .scale label{min-height:56px;padding:8px}
    .vote-form .buttons button{min-height:48px;padding:10px 24px}
    .vote-step{margin:0 0 20px}
    .ballots{max-width:520px;margin:0 0 12px}
    .ballots tbody th{white-space:normal}
    .vote-state{font-weight:600;margin:0 0 8px}
    .voters{list-style:none;margin:0 0 16px;padding:0;display:flex;flex-wrap:wrap;gap:6px 18px}
    .voters .done-mark{color:var(--good);font-weight:600}
    .vote-plots{display:flex;flex-wrap:wrap;gap:8px 32px}
    .vote-plots figure{margin:0 0 8px;flex:1 1 280px;max-width:360px}
    svg.dots{width:100%;height:auto;display:block}
    .dots .axis{stroke:var(--field);stroke-width:1}
    .dots circle{fill:var(--action)}
    .dots .mean{stroke:var(--wrong);stroke-width:2;stroke-dasharray:4 3}
    .dots text{fill:var(--muted);font-size:12px}
    .dots .value{fill:var(--ink);font-weight:600}
    .vote-paper table{font-size:12px}
    .vote-paper .letter{text-align:center}
    .vote-paper .signature{min-width:180px;height:44px}
    .agenda-order{max-width:72px}
    @media (max-width:640px){.vote-form .scale{flex-direction:column}
    .vote-form .scale .step{flex:none}
    .vote-form .scale label{display:flex;gap:12px;align-items:center;text-align:left;min-height:48px}
    .vote-form .scale label b{display:inline;min-width:1.5em}}
    @page vote{size:A4 landscape;margin:12mm}
    @media print{.vote-paper{page:vote}.vote-paper th,.vote-paper td{border:1px solid #000;padding:3px 5px}}
    """
}
