extension Stylesheet {
  /// The link to one's notices and the lines to sign under minutes.
  static let oversight = """
    .bell{white-space:nowrap}
    .bell .n{background:var(--on-top);color:var(--top);border-radius:9px;padding:0 7px;font-size:13px;font-weight:700}
    .signatures{width:100%;max-width:720px}
    .signatures tbody th{white-space:normal}
    .signatures td{height:52px;border-bottom:1px solid var(--ink)}
    .signatures thead th:last-child{width:60%}
    """
}
