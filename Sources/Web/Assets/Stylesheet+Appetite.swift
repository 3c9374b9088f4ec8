extension Stylesheet {
  /// Grades against the appetite: colour, always with shape and words.
  static let appetite = """
    .ap{display:inline-flex;align-items:center;gap:6px;padding:1px 9px;border-radius:11px;font-size:13px;font-weight:600;
    white-space:nowrap}
    .ap-within{background:#E3F1E6;color:#14532D}
    .ap-attention{background:#FFC107;color:#1F2933}
    .ap-breach{background:#B42318;color:#FFFFFF}
    @media print{.ap{background:none!important;color:#000!important;border:1px solid #000}}
    """
}
