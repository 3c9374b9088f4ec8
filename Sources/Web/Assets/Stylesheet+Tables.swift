extension Stylesheet {
  /// Tables, lists of pages, heat maps, charts.
  static let tables = """
    .table-frame{overflow-x:auto;margin:0 0 12px}
    table{border-collapse:collapse;width:100%;font-size:13px;line-height:1.4}
    caption{text-align:left;color:var(--muted);padding:0 0 6px;font-size:13px}
    th,td{padding:6px 10px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
    thead th{background:var(--soft);font-weight:600;white-space:nowrap;border-bottom:2px solid var(--line)}
    thead th a{color:inherit}
    table.long thead th{position:sticky;top:0;z-index:2}
    tbody th{font-weight:600;white-space:nowrap}
    tbody tr:hover{background:var(--soft)}
    tbody tr:focus-within{box-shadow:inset 3px 0 0 var(--action)}
    td.number,th.number{text-align:right}
    .wide-text{min-width:240px;width:40%;overflow-wrap:anywhere}
    tbody th.wide-text{white-space:normal}
    th .muted{font-weight:400}
    td.middle{min-width:150px}
    .stack{display:flex;flex-direction:column;gap:2px}
    .pages{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;justify-content:space-between;margin:8px 0}
    .pages ul{display:flex;flex-wrap:wrap;gap:4px;list-style:none;margin:0;padding:0}
    .pages li a,.pages li span{display:inline-block;min-width:32px;padding:3px 9px;text-align:center;border:1px solid var(--line);
    border-radius:4px;text-decoration:none}
    .pages li [aria-current]{background:var(--ink);color:var(--ground);border-color:var(--ink)}
    .tools{display:flex;flex-wrap:wrap;gap:8px 20px;align-items:center;justify-content:space-between;margin:12px 0 8px}
    .downloads{display:flex;flex-wrap:wrap;gap:12px;margin:8px 0;font-size:13px}
    .tools .downloads{margin:0}
    .tree .d1 .unit-name{padding-left:22px}.tree .d2 .unit-name{padding-left:44px}.tree .d3 .unit-name{padding-left:66px}
    .tree .d4 .unit-name{padding-left:88px}
    tr.is-retired td,tr.is-retired th{color:var(--muted)}
    del{color:var(--wrong)}ins{color:var(--good);text-decoration:none;font-weight:600}
    .changes{margin:0;padding:0;list-style:none}
    .changes li{display:inline;margin-right:14px}
    .changes li:not(:last-child)::after{content:" ·";color:var(--muted)}
    .report{--ink:#1F2933;--muted:#52606D;--line:#CBD2D9;--ground:#FFF;--soft:#F5F7FA;--action:#0B5CAD;background:#fff;color:#1f2933;border:1px solid var(--line);padding:24px;border-radius:6px}
    .report .heat-map{width:auto}.report .heat-map thead th{background:none;border:0;white-space:normal}
    .report tbody tr:hover{background:none}
    .stale-table textarea{min-width:240px}
    """

  /// Heat maps, bars, trends.
  static let pictures = """
    .maps{display:grid;grid-template-columns:repeat(auto-fit,minmax(340px,1fr));gap:28px;align-items:start}
    .map{min-width:0}
    .map table{table-layout:fixed;width:100%;max-width:560px}
    .map th{white-space:normal;background:none;border:0;text-align:center;vertical-align:middle;padding:3px;font-weight:400;
    font-size:12px;line-height:1.25;overflow-wrap:anywhere}
    .map tbody th{text-align:right;padding-right:8px}
    .map th b{display:block;font-size:13px}
    .map td.cell{border:2px solid var(--ground);padding:0;text-align:center;height:52px;vertical-align:middle}
    .map tr:hover{background:none}.map tfoot td{border:0}
    .cell a{display:flex;align-items:center;justify-content:center;height:48px;text-decoration:none;font-weight:700;font-size:15px}
    .cell a:hover{text-decoration:underline}
    .cell .s2{font-size:19px}.cell .s3{font-size:24px}
    .cell .zero{display:block;font-size:12px}
    .cell a{position:relative}.cell .shape{position:absolute;top:2px;right:5px;font-size:11px;font-weight:400}
    .legend{display:flex;flex-wrap:wrap;gap:8px;margin:14px 0 0;padding:0;list-style:none}
    .axis{font-size:13px;color:var(--muted);margin:2px 0}
    .bars{width:100%;border:0}
    .bars td,.bars th{border:0;padding:4px 8px 4px 0;vertical-align:middle}
    .bars tr:hover{background:none}
    .bars th{width:1%;background:none}
    .bars .bar{display:block;width:100%;height:14px;background:var(--soft)}
    .trend{width:100%;height:auto;max-width:640px;display:block}
    .trend .grid{stroke:var(--line);stroke-width:1}
    .trend .line{fill:none;stroke:var(--ink);stroke-width:2}
    .trend text{fill:var(--muted);font-size:12px}
    .trend .value{fill:var(--ink);font-weight:600}
    .trend circle{stroke:var(--ink)!important;stroke-width:1.5}
    progress{width:100%;max-width:560px;height:16px;accent-color:var(--action)}
    """

  /// Phones: rooms at the foot as a menu, tables as cards.
  static let phone = """
    @media (max-width:1000px){.beside{grid-template-columns:minmax(0,1fr)}.beside>aside{position:static}
    .beside>aside.first{order:-1}}
    @media (max-width:760px){
    .top{flex-wrap:wrap;gap:4px 12px;padding:6px 14px}
    .sample-mark{display:none}
    .brand strong{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
    .account summary{max-width:104px;overflow:hidden;text-overflow:ellipsis}
    .brand{order:1;flex:1 1 0;min-width:0}
    .menu-link{display:inline-block;order:0;padding:8px 0}
    .bell,.language{order:2}.account{order:3}
    .search{order:4;flex:1 1 100%;max-width:none}
        .shell{display:block}
    .rooms{display:none}
    .rooms:target{display:block;position:absolute;left:0;right:0;top:0;z-index:20;background:var(--ground);max-height:none;
    min-height:100vh;padding:12px 0}
    .rooms a{padding-block:12px}
    .rooms .menu-close{display:block}
    main{padding:14px 14px 56px}
    .report{padding:12px;margin:0 -8px}
    h1{font-size:21px}
    .title h1{flex-basis:100%}
    .statement-flow{grid-template-columns:1fr;gap:22px}
    .statement-flow li:not(:last-child)::after{content:"↓";right:50%;top:auto;bottom:-24px;transform:none}
    dl.facts{grid-template-columns:1fr;gap:0}
    dl.facts dd{margin:0 0 10px}
    .pair{grid-template-columns:minmax(0,1fr)}
    .maps{grid-template-columns:minmax(0,1fr)}
    .map td.cell{height:44px}.cell a{height:40px}
    table.cards-on-phone thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    table.cards-on-phone,table.cards-on-phone tbody,table.cards-on-phone tr,table.cards-on-phone td,
    table.cards-on-phone th{display:block;width:auto}
    table.cards-on-phone tr{border:1px solid var(--line);border-radius:6px;padding:8px 12px;margin:0 0 10px}
    table.cards-on-phone td,table.cards-on-phone th{border:0;padding:3px 0;text-align:left;min-width:0;white-space:normal}
    table.cards-on-phone td[data-label]::before{content:attr(data-label) ": ";color:var(--muted)}
    table.cards-on-phone td:empty{display:none}
    .chip{min-height:34px}
    .scale .step{flex-basis:100%}
    .scale label{height:auto;text-align:left;display:flex;gap:10px;align-items:baseline}
    .scale .criterion{position:static;display:block;background:none;color:var(--muted);padding:2px 8px;max-width:none;width:auto}
    }
    """

  /// Black on white, level words, no controls of the screen.
  static let print = """
    @media print{
    @page{size:A4;margin:16mm 14mm}
    :root{--ink:#000;--muted:#333;--line:#999;--ground:#fff;--soft:#fff;--action:#000}
    .top,.rooms,.crumbs,.title-actions,.tools,.chips,.pages,.buttons,.skip,.sample-banner,.no-print,form{display:none!important}
    body{font-size:10.5pt}
    main{padding:0;max-width:none}
    .report{border:0;padding:0}
    .print-only{display:block;font-size:9pt;border-top:1px solid #999;margin-top:12pt;padding-top:4pt}
    .lv{background:none!important;color:#000!important;border:1px solid #000}
    .card,tr,figure,.map{break-inside:avoid}
    thead{display:table-header-group}
    table.long thead th{position:static}
    a{color:inherit;text-decoration:none}
    h2{break-after:avoid}
    .page-break{break-before:page}
    }
    """
}
