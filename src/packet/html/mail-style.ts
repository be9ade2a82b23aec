/** Style of an email body inside its frame: paper stays white in a dark browser, as most mail programs show it. */
export const MAIL_STYLE = `
:root{color-scheme:light}
body{margin:0;padding:1.5rem;font:16px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:#16202b;background:#fff;overflow-wrap:anywhere}
p{margin:0 0 1rem}
ul,ol{margin:0 0 1rem;padding-left:1.3rem}
li>p{margin:0}
.heading{font-size:1.2rem;font-weight:650}
.link{color:#0a5c73;text-decoration:underline}
hr{border:0;border-top:1px solid #dde3e8;margin:1.5rem 0}
code{font-family:ui-monospace,"SF Mono",Menlo,Consolas,monospace;font-size:.9em}
.field{border:1px dashed #0a5c73;border-radius:.3rem;padding:0 .3em;background:#e8f3f6;color:#07475a;white-space:nowrap}
.proof{color:#1c6b3f;border:1px solid #b9dcc6;border-radius:.3rem;padding:0 .3em;white-space:nowrap}
.added-block{border-left:3px dotted #8595a3;padding-left:1rem;color:#4b5965;font-size:.92em}
.label{font-size:.78rem;margin:0 0 .5rem;color:#4b5965}
.added-block hr{display:none}
`;
