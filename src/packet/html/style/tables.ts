export const TABLES = `
table{border-collapse:collapse;width:100%;margin:1.25rem 0 1.75rem;font-size:.92rem;font-variant-numeric:tabular-nums}
.pairs{max-width:30rem}
caption{text-align:left;font-weight:640;padding-bottom:.6rem;caption-side:top}
th,td{text-align:left;vertical-align:top;padding:.65rem 1.1rem .65rem 0;border-bottom:1px solid var(--line);font-weight:400;overflow-wrap:anywhere}
thead th{color:var(--quiet);font-size:.8rem;border-bottom-color:var(--edge);overflow-wrap:normal;vertical-align:bottom}
tbody th{font-weight:560}
th.number,td.number{text-align:right;white-space:nowrap;min-width:0}
th.code,td.code{font-weight:400}
th.word,td.word{min-width:6.8rem}
thead th.code{font-family:inherit;font-size:.8rem}
thead td{border:0}
td p:last-child,th p:last-child{margin-bottom:0}
.scroll{position:relative;overflow-x:auto;margin:1.25rem 0 1.75rem}
.matrix{margin:0;font-size:.85rem;width:auto;min-width:100%}
.matrix th,.matrix td{padding:.42rem .3rem;text-align:center;overflow-wrap:normal}
.matrix th[scope=row],.matrix thead tr:last-child th:first-child{text-align:left;padding-left:0;position:sticky;left:0;background:var(--ground);white-space:nowrap}
.matrix th[scope=row] code{font-size:.95em;overflow-wrap:normal}
.matrix th[scope=colgroup]{border-bottom:0;color:var(--ink);font-weight:600;border-left:1px solid var(--line)}
.matrix thead tr:last-child th{padding-top:.2rem}
.up{writing-mode:vertical-rl;rotate:180deg;white-space:nowrap;line-height:1.3}
.ceiling{color:var(--quiet);font-weight:400;margin-top:.35rem}
.matrix thead tr:last-child th .up{color:var(--ink)}
.matrix .group th{text-align:left;padding:.9rem 0 .4rem;color:var(--quiet);font-weight:400;font-size:.95em;position:static}
.note-line{color:var(--quiet);font-size:.82rem;margin:.6rem 0 0}
.matrix td{white-space:nowrap}
.matrix .none{color:var(--quiet)}
.matrix .blocked{background:var(--bad-wash)}
.no{color:var(--bad);font-weight:700}
.mark{display:inline-block;min-width:1.35rem;padding:0 .2rem;border-radius:.3rem;text-align:center;margin:.06rem;font-weight:650}
.mark.e{background:var(--accent);color:var(--ground)}
.mark.i{background:var(--accent-wash);color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
.mark.d{border:2px solid var(--bad);color:var(--bad)}
.mark.s{border:1px dashed var(--quiet);color:var(--ink)}
.marks{display:flex;flex-wrap:wrap;gap:.5rem 1.75rem;font-size:.88rem;color:var(--quiet)}
.marks div{display:flex;gap:.5rem}
.class{display:inline-block;font-size:.78rem;padding:0 .5rem;border-radius:1rem;background:var(--wash);color:var(--quiet);font-weight:500;white-space:nowrap}
.class.clinical{background:var(--clinical-wash);color:var(--clinical)}
.class.restricted{background:var(--bad-wash);color:var(--bad)}
@media screen and (max-width:44rem){
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards,.cards tbody,.cards tr,.cards th,.cards td,.cards caption{display:block;width:100%}
.cards tr{border:1px solid var(--line);border-radius:.8rem;padding:.85rem 1rem;margin-bottom:.75rem;background:var(--card)}
.cards th,.cards td{border:0;padding:.12rem 0}
.cards tbody th{padding-bottom:.45rem}
.cards td[data-label]{display:grid;grid-template-columns:7.5rem minmax(0,1fr);justify-items:start;gap:.75rem}
.cards td[data-label]::before{content:attr(data-label);color:var(--quiet);font:400 .82rem/1.7 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.cards td.number,.cards th.number{text-align:left;white-space:normal}
}
`;
