extension Stylesheet {
  /// Fields, buttons, rows of choices.
  static let forms = """
    label,.label,legend{font-weight:600}
    fieldset{border:0;margin:0 0 22px;padding:0;min-width:0}
    fieldset.group{border-top:1px solid var(--line);padding-top:14px;margin-top:8px}
    legend{padding:0;margin:0 0 4px}
    fieldset.group>legend{font-size:18px;float:left;width:100%;margin-bottom:10px}
    fieldset.group>legend+*{clear:both}
    .field{margin:0 0 18px;max-width:720px}
    .field.short{max-width:280px}
    .field.broken,fieldset.broken{border-left:4px solid var(--wrong);padding-left:12px}
    .field>label{display:block;margin:0 0 2px}
    .hint{display:block;color:var(--muted);font-size:13px;margin:2px 0 4px;font-weight:400}
    .problem{display:block;color:var(--wrong);font-weight:600;margin:2px 0 4px}
    input,select,textarea,button{font:inherit;color:inherit}
    input[type=text],input[type=password],input[type=date],input[type=number],input[type=file],input[type=search],select,
    textarea{width:100%;min-height:38px;padding:6px 10px;border:1px solid var(--field);border-radius:4px;
    background:var(--ground)}
    input[type=file]{padding:5px 8px}
    select{max-width:100%}
    textarea{min-height:76px;resize:vertical;line-height:1.45}
    .broken input:not([type=radio]),.broken textarea,.broken select{border:2px solid var(--wrong)}
    button,.button{display:inline-block;min-height:36px;padding:6px 16px;border:1px solid var(--action);border-radius:4px;
    background:var(--ground);color:var(--action);font-weight:600;text-decoration:none;cursor:pointer;line-height:1.5}
    button.primary,.button.primary{background:var(--action);color:var(--on-action)}
    button.danger{background:var(--wrong);border-color:var(--wrong);color:var(--ground)}
    button.link{border:0;background:none;padding:0;min-height:0;text-decoration:underline;font-weight:400}
    button:hover,.button:hover{filter:brightness(1.1);text-decoration:underline}
    .buttons{display:flex;flex-wrap:wrap;gap:10px 14px;align-items:center;margin:22px 0 0}
    .inline{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:end;margin:0 0 16px}
    .inline .field{margin:0}
    .check{display:flex;gap:10px;align-items:flex-start;margin:0 0 12px}
    .check input{width:20px;height:20px;flex:none;margin:2px 0 0}
    .check label{font-weight:400}
    .scale{display:flex;flex-wrap:wrap;gap:6px;margin:4px 0 0}
    .scale .step{position:relative;flex:1 1 92px;min-width:0}
    .scale input{position:absolute;opacity:0;inset:0;width:100%;height:100%;margin:0;cursor:pointer}
    .scale label{display:block;height:100%;border:1px solid var(--field);border-radius:4px;padding:6px 8px;text-align:center;
    font-weight:400;font-size:13px;line-height:1.3}
    .scale label b{display:block;font-size:17px}
    .scale input:checked+label{background:var(--action);border-color:var(--action);color:var(--on-action);font-weight:600}
    .scale input:focus-visible+label{outline:3px solid var(--action);outline-offset:2px}
    .scale .criterion{display:none;position:absolute;left:0;top:100%;z-index:5;width:max-content;max-width:min(280px,80vw);
    margin-top:4px;background:var(--ink);color:var(--ground);padding:8px 10px;border-radius:4px;font-size:13px;line-height:1.4;
    text-align:left;pointer-events:none}
    .scale .step:last-child .criterion{left:auto;right:0}
    .scale .step:hover .criterion,.scale input:focus-visible~.criterion{display:block}
    .live{border:1px solid var(--line);border-radius:6px;padding:16px 18px;background:var(--soft)}
    .live h2{margin-top:0}
    .live.waiting{opacity:.6}
    .chips{display:flex;flex-wrap:wrap;gap:6px;margin:0 0 8px;padding:0;list-style:none;align-items:center}
    .chips .chips-name{color:var(--muted);font-size:13px;min-width:64px}
    .chip{display:inline-flex;align-items:center;gap:6px;border:1px solid var(--field);border-radius:15px;padding:2px 11px;
    color:var(--ink);text-decoration:none;font-size:13px;min-height:28px}
    .chip:hover{background:var(--soft);text-decoration:underline}
    .chip[aria-current]{background:var(--ink);color:var(--ground);border-color:var(--ink);font-weight:600}
    .chip .n{color:var(--muted)}
    .chip[aria-current] .n{color:inherit}
    .chip.active{border-style:dashed}
    .receipt{font-size:24px;letter-spacing:1px;padding:8px 12px;background:var(--soft);border:1px solid var(--line);
    border-radius:4px;display:inline-block;overflow-wrap:anywhere}
    .message-text{white-space:pre-line;overflow-wrap:anywhere}
    """
}
