export const SECTIONS = `
.verdict{border:1px solid var(--line);border-left-width:4px;border-radius:.9rem;padding:1.25rem 1.5rem;margin-bottom:1.25rem;background:var(--card)}
.verdict.good{border-left-color:var(--good)}
.verdict.bad{border-left-color:var(--bad)}
.verdict .badge{font-size:1.05rem;padding:.3rem .9rem}
.verdict ul{margin:0;padding:0;list-style:none;font-size:1.03rem;line-height:1.5;max-width:44rem}
.verdict li{padding:.22rem 0;text-wrap:pretty}
.question{background:var(--clinical-wash);border-radius:.9rem;padding:1.25rem 1.75rem;margin:0 0 1.5rem}
.question p:last-child{margin:0}
.concern{margin-bottom:2rem}
.concern>h3{display:flex;flex-wrap:wrap;gap:.3rem .7rem;align-items:baseline;border-bottom:1px solid var(--line);padding-bottom:.5rem}
.change{padding:1.1rem 0 .2rem;scroll-margin-top:1.5rem}
.change+.change{border-top:1px dashed var(--line);margin-top:1rem}
.change h3,.change h4{font-size:1rem;margin-bottom:.55rem}
.change .direction{font-size:.78rem;letter-spacing:.05em;font-weight:700;border:1px solid var(--edge);border-radius:.3rem;padding:.12rem .45rem;margin-right:.35rem;white-space:nowrap}
.change .words,.change .values{background:var(--wash);border-radius:.7rem;padding:.8rem 1.1rem;max-width:46rem;margin-bottom:.6rem;overflow-wrap:anywhere}
.change .words{white-space:pre-wrap}
.change .because{margin-bottom:.25rem;font-size:.93rem}
.change .where a{margin-right:.9rem}
.logic{font:.8em ui-monospace,"SF Mono",Menlo,Consolas,monospace;border:1px dotted var(--edge);border-radius:.3rem;padding:0 .35em;color:var(--quiet)}
.why{color:var(--quiet);font-size:.86rem;margin:.25rem 0 0}
.commands{background:var(--wash);border-radius:.7rem;padding:1rem 1.2rem;overflow-x:auto;line-height:1.7;white-space:pre;overflow-wrap:normal}
.label{font-size:.85rem;color:var(--clinical);font-weight:600;margin-bottom:.4rem}
.rule{color:var(--quiet);font-size:.86rem;margin-left:.2rem;font-weight:400}
#findings .says{margin:.5rem 0 0;font-weight:560}
#findings .allowed{margin:.35rem 0 0}
.witness{margin-top:.5rem;padding:.4rem .8rem;border-left:3px solid var(--edge);color:var(--quiet);font-weight:400}
#findings td,#findings th{min-width:8rem}
.problem{border:1px solid var(--line);border-radius:.9rem;padding:1.25rem 1.5rem;margin-bottom:1rem;background:var(--card)}
.problem h2,.problem h3{font-size:1.08rem;font-weight:600;line-height:1.45;letter-spacing:0;text-wrap:pretty;margin-bottom:.4rem}
.problem p:last-child{margin:0}
.code-frame{margin:.8rem 0;background:var(--wash);border-radius:.7rem;padding:.9rem 1.1rem;overflow-x:auto;line-height:1.5;white-space:pre;overflow-wrap:normal}
.links a{margin-right:1.25rem}
.timeline{display:block;width:100%;min-width:38rem;height:auto;font-size:14px}
.timeline text{fill:var(--ink)}
.timeline .lane{fill:transparent}
.timeline .lane.odd{fill:var(--wash)}
.timeline .channel{fill:var(--quiet)}
.timeline .grid{stroke:var(--line)}
.timeline .tick{fill:var(--quiet);text-anchor:middle;font-size:13px}
.timeline .path{fill:none;stroke:var(--edge);stroke-width:1.5;stroke-dasharray:3 5}
.timeline .dot{fill:var(--accent);stroke:var(--ground);stroke-width:2}
.timeline .dot.maybe{fill:var(--ground);stroke:var(--accent);stroke-width:3}
.timeline .range{stroke:var(--accent);stroke-width:6;stroke-linecap:round;opacity:.4}
.former{fill:none;stroke:var(--quiet);stroke-width:2}
.former circle{stroke-dasharray:3 3;fill:var(--ground)}
.former .head{fill:var(--quiet);stroke:none}
.former .step-id{stroke:none;fill:var(--quiet);text-decoration:line-through}
.timeline .step-id{text-anchor:middle;font-size:13px;font-weight:600}
.bar{width:9rem;max-width:100%;height:.5rem;border-radius:.25rem;overflow:hidden;vertical-align:middle}
.bar .was{fill:var(--ink)}
.does{color:var(--quiet)}
.conditions{list-style:none;padding:0;margin:.75rem 0 0}
.conditions li{padding:.5rem 0;border-bottom:1px solid var(--line)}
.edge-cards{columns:20rem;column-gap:1rem}
.edges{break-inside:avoid;border:1px solid var(--line);border-radius:.9rem;padding:1rem 1.25rem;margin:0 0 1rem}
.edges figcaption{font-weight:560;margin-bottom:.6rem;color:var(--ink)}
.edges ul{list-style:none;margin:0;padding:0;font-size:.92rem}
.edges li{display:grid;grid-template-columns:8.6rem minmax(0,1fr);align-items:baseline;padding:.12rem 0}
.edges .badge{justify-self:start}
.edges .note{margin:0}
.claim-card{border:1px solid var(--line);border-radius:.9rem;padding:1.25rem 1.5rem;margin-bottom:1rem}
.claim-card blockquote{font-size:1.1rem;margin:.75rem 0 0;padding-left:1rem;border-left:3px solid var(--good)}
.claim-card .facts{margin:1.1rem 0 0}
.claim-card .code{overflow-wrap:anywhere;font-size:.8rem}
.urgent{background:var(--warn-wash);color:var(--warn);border-radius:.7rem;padding:.8rem 1.2rem}
.checklists{columns:20rem 2;column-gap:2.5rem}
.checklist{break-inside:avoid;margin-bottom:1.75rem}
.checklist h3{margin-bottom:.5rem}
.checklist ul{list-style:none;padding:0;margin:0}
.checklist li{display:flex;gap:.6rem;padding:.35rem 0;text-wrap:pretty}
.checklist .signed{background:var(--clinical-wash);border-radius:.7rem;padding:.5rem 1rem;margin-bottom:1rem}
.checklist small{color:var(--clinical)}
.checklist li>span:last-child{min-width:0}
.label.quiet{color:var(--quiet)}
#launch .badge{white-space:nowrap}
.limits{max-width:46rem;padding-left:1.2rem}
.limits li{padding:.2rem 0}
.tally{display:flex;flex-wrap:wrap;gap:.5rem;margin:1.2rem 0 0}
.campaigns{list-style:none;margin:0;padding:0}
.campaigns>li{border:1px solid var(--line);border-radius:.9rem;padding:1.25rem 1.5rem;margin-bottom:1rem;background:var(--card)}
.campaigns h2{font-size:1.25rem}
.campaigns .facts{margin:1rem 0 0}
.campaigns .line{color:var(--quiet);margin:.5rem 0 0;max-width:48rem}
.campaigns header{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center;justify-content:space-between}
@media screen and (max-width:44rem){.verdict,.question{padding:1.1rem 1.2rem}}
`;
