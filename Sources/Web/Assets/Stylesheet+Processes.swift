extension Stylesheet {
  /// Charts: the editor's rows, pictures, findings, papers.
  static let processes = """
    .chart-editor{display:grid;grid-template-columns:minmax(0,1.55fr) minmax(0,1fr);gap:20px;align-items:start}
    .chart-live{position:sticky;top:12px;max-height:calc(100vh - 24px);display:flex;flex-direction:column;min-width:0}
    .chart-picture{overflow:auto;border:1px solid var(--line);border-radius:6px;background:#fff;color:#1F2933;padding:6px;
    min-height:120px}
    .chart-live .chart-picture{flex:0 1 auto}
    .chart-picture svg{display:block;max-width:none}
    .chart-live .chart-picture svg{zoom:.8}
    div.chart-picture[data-size] svg{zoom:1;margin:0 auto}
    div.chart-picture[data-size=width] svg{max-width:100%;height:auto}
    div.chart-picture[data-size=whole] svg{max-width:100%;height:auto;max-height:calc(100vh - 190px)}
    .chart-size{display:flex;flex-wrap:wrap;gap:0;margin:0 0 8px}
    .chart-size[hidden]{display:none}
    .chart-size button{min-height:28px;padding:2px 10px;font-size:13px;border-radius:0;margin-left:-1px}
    .chart-size button[aria-pressed=true]{background:var(--action);border-color:var(--action);color:var(--on-action,#fff)}
    .chart-live .is-here{outline:3px solid var(--action);outline-offset:2px}
    .chart-status{font-weight:600;margin:0 0 8px}
    .chart-editor.waiting .chart-picture{border-style:dashed}
    .chart-toolbar{display:flex;flex-wrap:wrap;gap:6px;margin:0 0 12px}
    .chart-toolbar button{min-height:30px;padding:2px 10px;font-size:13px}
    .chart-fields .field{max-width:none}
    .chart-more{margin:8px 0 16px}
    .step-rows:focus{outline:none}
    .step-row{position:relative;border:1px solid var(--line);border-left:4px solid var(--line);border-radius:4px;padding:6px 8px 8px;margin:0 0 6px}
    .step-row:focus-within{border-left-color:var(--action)}
    .step-row.broken-row{border-left-color:var(--wrong)}
    .step-main{display:grid;grid-template-columns:48px minmax(120px,3fr) 96px minmax(90px,1.8fr) minmax(90px,1.7fr);gap:4px 6px;
    align-items:end}
    .step-more{display:grid;grid-template-columns:2fr 1fr 84px 54px 84px 2fr 2fr;gap:4px 6px;align-items:end;margin-top:4px}
    .step-row:has(option[value="alt süreç"]:checked) .step-more{grid-template-columns:2fr 1fr 84px 54px 84px 90px 2fr 2fr}
    .step-row label{font-weight:400;font-size:11px;color:var(--muted);display:block;min-width:0;line-height:1.3}
    .step-row label>span{display:block;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
    .step-row input[type=text],.step-row select{min-height:30px;padding:2px 6px;font-size:13px;color:var(--ink)}
    .step-row .col-name input{font-weight:600}
    .step-row input[aria-invalid]{border:2px solid var(--wrong)}
    .step-row .col-calls{display:none}
    .step-row:has(option[value="alt süreç"]:checked) .col-calls{display:block}
    .row-buttons{display:flex;gap:2px;position:absolute;right:8px;top:2px;background:var(--ground)}
    .row-buttons button{min-height:18px;line-height:16px;padding:0 4px;border-color:var(--line);color:var(--muted);font-size:11px}
    .step-row:not(:hover):not(:focus-within) .row-buttons{opacity:.35}
    .row-findings{list-style:none;margin:0;padding:0;font-size:13px;line-height:1.4}
    .row-findings li{border-left:3px solid var(--line);padding:2px 8px;margin:4px 0 0;color:var(--ink)}
    .row-findings li.error{border-color:var(--wrong);color:var(--wrong)}
    .row-findings li.warning-note{border-color:var(--note);color:var(--note)}
    .row-findings.general{max-height:34vh;overflow:auto;margin-top:8px}
    .key-list dt kbd{border:1px solid var(--field);border-radius:3px;padding:0 5px;font:12px ui-monospace,Menlo,Consolas,monospace;
    margin-right:3px;white-space:nowrap}
    .tree .d5 .unit-name{padding-left:110px}
    .process-tree .unit-name{display:block}
    .process-tree td.wide-text{width:34%}
    .process-tree td.unit{min-width:170px}
    tbody th.wrap{white-space:normal}
    .chart-table thead th,.process-tree thead th{white-space:normal;vertical-align:bottom}
    .step-list th.step-name{white-space:normal;min-width:150px}
    .step-list td{min-width:60px;padding-inline:7px}
    .tools .downloads{flex-wrap:wrap}
    .chart-sheet{margin:0 0 20px}
    .chart-sheet svg{display:block;width:100%;height:auto}
    .chart-on-paper{display:none}
    .role-cloud{columns:3 260px;margin:0 0 16px;padding:0;list-style:none}
    .role-cloud li{break-inside:avoid;padding:3px 0}
    td label.check{font-weight:400}
    .diff-sign{font-weight:700;display:inline-block;min-width:1.4em}
    .revision .added th,.revision .added td:first-of-type{color:var(--good)}
    .revision .removed th,.revision .removed td:first-of-type{color:var(--wrong)}
    .papers-nav{columns:2 280px;margin:0 0 20px;padding:0 0 0 20px}
    .form-page{overflow-x:auto;background:var(--soft);padding:1px}
    td>ol{margin:0;padding-left:18px}
    .procedure{max-width:85ch}
    .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:12px;margin:0 0 18px}
    .figures .card{padding:10px 14px}
    @media (min-width:761px){table.services td:last-child{width:18%}
    table.services th[scope=row],table.services thead th:nth-child(2){width:34%}
    table.services thead th:first-child{width:72px}
    .chart-table td{min-width:64px}
    .chart-table td:first-child{min-width:32px}
    .chart-table-authority td:nth-child(2){min-width:220px}
    .chart-table-authority :is(th,td):nth-child(n+3){text-align:center}}
    @media (max-width:1100px){.chart-editor{grid-template-columns:minmax(0,1fr)}
    .chart-live{position:static;max-height:none;order:2}}
    @media (max-width:760px){.step-main{grid-template-columns:52px minmax(0,1fr) 104px}
    .step-main .col-role,.step-main .col-next{grid-column:1/-1}
    .process-tree td.wide-text{width:auto}
    .row-buttons{position:static;grid-column:1/-1}
    .row-buttons button{min-height:38px;flex:1;font-size:15px}
    .step-row:not(:focus-within) .step-more,.step-row:not(:focus-within) .row-buttons{display:none}
    .step-row input[type=text],.step-row select{min-height:38px}
    .step-more,.step-row:has(option[value="alt süreç"]:checked) .step-more{grid-template-columns:1fr 1fr}
    .step-more .col-documents,.step-more .col-risks,.step-more .col-controls{grid-column:1/-1}
    .chart-live .chart-picture svg{zoom:.6}}
    @page chart-a4{size:A4 landscape;margin:10mm}
    @page chart-a4-tall{size:A4 portrait;margin:10mm}
    @page chart-a3{size:A3 landscape;margin:10mm}
    @page chart-a3-tall{size:A3 portrait;margin:10mm}
    @page papers{size:A4 landscape;margin:12mm}
    @media print{.chart-picture{border:0;overflow:visible;padding:0;min-height:0}
    div.chart-picture svg,div.chart-picture[data-size] svg{max-width:100%;height:auto;max-height:160mm;zoom:1}
    body:has(.step-list),body:has(.process-tree){page:chart-a4}
    .process-tree,.step-list table{font-size:7.5pt}
    body:has(.process-tree) tbody tr:first-child{break-before:avoid}
    body:has(.process-tree) tr{break-inside:avoid}
    .process-tree th,.process-tree td,.step-list th,.step-list td{min-width:0!important;padding:2pt 3pt;
    white-space:normal;overflow-wrap:break-word}
    .process-tree td.wide-text{width:auto}
    .process-tree .nowrap{white-space:normal}
    .tree .d1 .unit-name,.tree .d2 .unit-name,.tree .d3 .unit-name,.tree .d4 .unit-name,.tree .d5 .unit-name{padding-left:8pt}
    .chart-on-paper{display:block}.chart-on-paper~.print-only{display:none!important}body:has(.chart-on-paper){page:chart-a4}
    .chart-sheet{break-after:page;break-inside:avoid;margin:0;overflow:hidden}
    .chart-sheet svg{width:auto;max-width:100%}
    .paper-a4 svg{height:189mm}.paper-a4-tall svg{height:276mm}.paper-a3 svg{height:276mm}.paper-a3-tall svg{height:399mm}
    .paper-a4{page:chart-a4}.paper-a4-tall{page:chart-a4-tall}.paper-a3{page:chart-a3}.paper-a3-tall{page:chart-a3-tall}
    .form-page{overflow:visible;background:none;padding:0}
    .form-page~.print-only{display:none!important}
    .paper-break{break-before:page}
    .shell:has(.form-page,.chart-sheet,.papers-nav,.procedure){display:block}
    main:has(.form-page,.papers-nav,.procedure)>.title,main:has(.chart-sheet):not(:has(.chart-on-paper))>:is(.title,.title+p){display:none}
    main:has(.papers-nav){page:papers}
    main:has(.chart-sheet,.papers-nav) .table-frame,.procedure.table-frame{overflow:visible}
    main:has(.chart-sheet,.papers-nav,.procedure) table{font-size:8pt;line-height:1.3}
    main:has(.chart-sheet,.papers-nav,.procedure) :is(th,td){padding:3px 5px;min-width:0;white-space:normal;
    overflow-wrap:break-word}
    main .procedure{max-width:none;margin:0;padding:0}
    main:has(.procedure) .procedure table{font-size:7pt}
    main:has(.procedure) .procedure :is(th,td){padding:2px 3px}}
    """
}
