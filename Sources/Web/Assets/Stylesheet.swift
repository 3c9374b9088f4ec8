/// The one style sheet of the pages, in parts by topic. System fonts, one accent; other colour means a risk level.
enum Stylesheet {
  /// All parts in order.
  static let parts = [
    base, frame, text, forms, tables, pictures, indicators, identification, oversight, votes, appetite, actions,
    processes, phone, print,
  ]

  /// Colours and type. Dark mode keeps the same contrast.
  static let base = """
    :root{--ink:#1F2933;--muted:#52606D;--line:#CBD2D9;--ground:#FFFFFF;--soft:#F5F7FA;--action:#0B5CAD;--on-action:#FFFFFF;
    --wrong:#B42318;--wrong-soft:#FEF3F2;--good:#1E6B3A;--good-soft:#EDF7F0;--note:#7A5B00;--note-soft:#FFF8E1;--top:#1F2933;
    --on-top:#FFFFFF;--field:#7B8794}
    @media (prefers-color-scheme:dark){:root{--ink:#E4E7EB;--muted:#AAB5C0;--line:#3E4C59;--ground:#15191E;--soft:#1F262D;
    --action:#7CB8F2;--on-action:#0B1620;--wrong:#FF9B8F;--wrong-soft:#3A1D1A;--good:#8FD3A6;--good-soft:#16301F;--note:#F2D675;
    --note-soft:#33290B;--top:#0E1216;--on-top:#F5F7FA;--field:#7B8794}}
    *,*::before,*::after{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,
    "Noto Sans",Ubuntu,Cantarell,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
    a{color:var(--action);text-underline-offset:2px}
    a:hover{text-decoration-thickness:2px}
    :focus-visible{outline:3px solid var(--action);outline-offset:2px;border-radius:2px}
    main:focus{outline:none}
    h1{font-size:24px;line-height:1.25;margin:0;font-weight:650;overflow-wrap:anywhere}
    h2{font-size:18px;line-height:1.3;margin:28px 0 8px;font-weight:650}
    h3{font-size:15px;margin:20px 0 4px;font-weight:650}
    p{margin:0 0 12px;max-width:75ch}
    .hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .muted{color:var(--muted)}
    .small{font-size:13px}
    .number{text-align:right;white-space:nowrap}
    .nowrap{white-space:nowrap}
    .print-only{display:none}
    """

  /// Top bar, rooms, title.
  static let frame = """
    .skip{position:absolute;left:8px;top:-60px;background:var(--ground);color:var(--action);padding:8px 12px;z-index:10}
    .skip:focus{top:8px}
    .top{display:flex;align-items:center;gap:16px;background:var(--top);color:var(--on-top);padding:0 16px;min-height:52px}
    .top a,.top summary{color:var(--on-top)}
    .top :focus-visible{outline-color:#9CCBFA}
    .brand{text-decoration:none;display:flex;align-items:center;gap:10px}
    .sample-mark{border:1px solid currentColor;border-radius:10px;padding:0 8px;font-size:12px;white-space:nowrap}
    .search{display:flex;gap:6px;flex:1;justify-content:flex-start;max-width:560px}
    .brand{margin-right:auto}
    .search input{flex:1;min-width:0;min-height:34px;padding:4px 10px;border-radius:4px;border:1px solid var(--field);
    background:var(--ground);color:var(--ink)}
    .search button{min-height:34px;padding:4px 12px;background:transparent;color:var(--on-top);border-color:#7B8794}
    .spring{flex:1}
    .language{white-space:nowrap}
    .account{position:relative}
    .account summary{cursor:pointer;padding:8px 0;list-style-position:inside;white-space:nowrap}
    .account-menu{position:absolute;right:0;top:100%;z-index:9;background:var(--ground);color:var(--ink);border:1px solid
    var(--line);border-radius:4px;padding:12px 16px;min-width:210px;box-shadow:0 4px 12px rgb(0 0 0/.25)}
    .account-menu p{margin:0 0 8px}
    .account-menu a,.account-menu .link{color:var(--action);display:block;padding:6px 0}
    .menu-link,.rooms .menu-close{display:none}
    [hidden]{display:none!important}
    .sample-banner{margin:0;max-width:none;padding:6px 16px;background:var(--note-soft);color:var(--note);font-size:13px;
    border-bottom:1px solid var(--line)}
    .shell{display:flex;align-items:flex-start}
    .rooms{flex:0 0 196px;padding:20px 0;position:sticky;top:0;max-height:100vh;overflow-y:auto}
    .rooms ul{list-style:none;margin:0;padding:0}
    .rooms a{display:block;padding:8px 16px 8px 20px;color:var(--ink);text-decoration:none;border-left:4px solid transparent}
    .rooms a:hover{background:var(--soft);text-decoration:underline}
    .rooms a[aria-current]{border-left-color:var(--action);font-weight:650;background:var(--soft)}
    .rooms .rooms-inner a{padding:5px 16px 5px 36px;font-size:14px}
    .rooms .rooms-inner a:not([aria-current]){font-weight:400;background:none}
    .rooms .rooms-foot{margin-top:24px;border-top:1px solid var(--line);padding-top:12px}
    .rooms .rooms-foot a{color:var(--muted);font-size:14px;padding-block:5px}
    main{flex:1;min-width:0;max-width:1440px;padding:20px 28px 64px}
    main.wide{max-width:none}
    .shell>main:first-child{margin:0 auto;max-width:720px}
    .crumbs ol{list-style:none;display:flex;flex-wrap:wrap;gap:0 6px;margin:0 0 6px;padding:0;font-size:13px}
    .crumbs li:not(:last-child)::after{content:"›";margin-left:6px;color:var(--muted)}
    .title{display:flex;flex-wrap:wrap;gap:12px 24px;align-items:center;justify-content:space-between;margin:0 0 12px}
    .title h1{flex:1 1 320px}
    .title-actions{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
    .title-actions:empty{display:none}
    .done{background:var(--good-soft);color:var(--good);border-left:4px solid var(--good);padding:10px 14px;max-width:none}
    .warning{background:var(--note-soft);color:var(--note);border-left:4px solid var(--note);padding:10px 14px;max-width:none}
    .error-summary{border:2px solid var(--wrong);background:var(--wrong-soft);padding:12px 18px;margin:0 0 18px}
    .error-summary h2{margin:0 0 4px;color:var(--wrong)}
    .error-summary ul{margin:0;padding-left:20px}
    .error-summary a{color:var(--wrong);font-weight:600}
    .foot-note{color:var(--muted);font-size:13px;margin-top:24px}
    """

  /// Running text, lists, badges, reasons.
  static let text = """
    .cards{columns:3 330px;column-gap:20px}
    .cards>.card{break-inside:avoid;margin:0 0 20px}
    .card{border:1px solid var(--line);border-radius:6px;padding:14px 18px 16px;min-width:0}
    .card>h2:first-child,.card>h3:first-child{margin-top:0}
    .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(280px,1fr));gap:20px;align-items:start}
    .beside{display:grid;grid-template-columns:minmax(0,1fr) 340px;gap:32px;align-items:start}
    .beside>aside{position:sticky;top:16px}
    dl.facts{display:grid;grid-template-columns:minmax(110px,max-content) 1fr;gap:6px 18px;margin:0}
    dl.facts dt{color:var(--muted)}
    dl.facts dd{margin:0;overflow-wrap:anywhere;white-space:pre-line}
    .lv{display:inline-flex;align-items:center;gap:6px;padding:1px 9px;border-radius:11px;font-size:13px;font-weight:600;
    white-space:nowrap}
    .no-level{color:var(--muted);font-size:13px;white-space:nowrap}
    .score-line{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center;margin:0 0 8px}
    .score-value{font-size:30px;font-weight:700;line-height:1}
    .verdict-above{color:var(--wrong);font-weight:600}
    .verdict-within{color:var(--good);font-weight:600}
    .mark{border:1px solid var(--note);color:var(--note);border-radius:3px;padding:0 5px;font-size:12px;white-space:nowrap}
    .reasons{margin:8px 0}
    .reasons>summary,.more>summary{cursor:pointer;color:var(--action);font-weight:600;padding:4px 0}
    .reasons ol{margin:8px 0 0;padding-left:22px}
    .reasons li{margin:0 0 12px}
    .reasons .arithmetic{display:block}
    .reasons .source{display:block;font-size:13px;color:var(--muted)}
    .findings{list-style:none;margin:0 0 16px;padding:0}
    .findings li{border-left:4px solid var(--note);background:var(--note-soft);color:var(--note);padding:8px 14px;margin:0 0 6px}
    .findings li.error{border-color:var(--wrong);background:var(--wrong-soft);color:var(--wrong)}
    .plain{list-style:none;margin:0;padding:0}
    .plain li{padding:6px 0;border-bottom:1px solid var(--line)}
    .plain li:last-child{border-bottom:0}
    .statement-flow{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(3,1fr);gap:26px}
    .statement-flow li{position:relative;border:1px solid var(--line);border-radius:6px;padding:10px 14px;min-width:0;
    overflow-wrap:anywhere}
    .statement-flow li:not(:last-child)::after{content:"→";position:absolute;right:-21px;top:50%;transform:translateY(-50%);
    color:var(--muted)}
    .statement-flow strong{display:block;font-size:13px;color:var(--muted);font-weight:600}
    .empty{border:1px dashed var(--field);border-radius:6px;padding:22px;text-align:center;color:var(--muted)}
    .empty p{margin:0 auto 8px}
    .secret{display:block;font:14px/1.5 ui-monospace,Menlo,Consolas,monospace;background:var(--soft);border:1px solid var(--line);
    padding:10px 12px;overflow-wrap:anywhere;border-radius:4px;user-select:all}
    code{font:13px ui-monospace,Menlo,Consolas,monospace}
    .two-lines{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
    .statement-line{font-size:18px;line-height:1.4;max-width:85ch}
    .figure-number{font-size:26px;font-weight:700;line-height:1.1}
    """
}
