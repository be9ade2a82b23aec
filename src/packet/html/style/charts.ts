export const CHARTS = `
.load{display:block;width:100%;min-width:38rem;height:auto;font-size:13px;font-variant-numeric:tabular-nums}
.load text{fill:var(--ink)}
.load .title{font-weight:600}
.load .scale{fill:var(--quiet);text-anchor:end}
.load .tick{fill:var(--quiet)}
.load .label{fill:var(--quiet);text-anchor:end}
.load .grid{stroke:var(--line)}
.load .axis{stroke:var(--edge)}
.load .done{fill:var(--accent)}
.load .waits{fill:var(--warn-wash);stroke:var(--warn);stroke-width:1}
.load .limit{stroke:var(--bad);stroke-width:1.5;stroke-dasharray:6 4}
.load .limit-label{fill:var(--bad);text-anchor:end}
`;
