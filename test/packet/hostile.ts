import type { PacketModel } from "../../src/packet/index.ts";

/** Keys whose strings come from a closed list; everything else is somebody's text. */
const CLOSED = new Set([
  "format",
  "severity",
  "part",
  "arm",
  "ceiling",
  "class",
  "encoding",
  "channel",
  "to",
  "clock",
  "standing",
  "ground",
  "verdict",
  "concern",
  "concerns",
  "changed",
  "state",
  "direction",
  "risk",
  "does",
  "work",
  "people",
  "evidence",
  "differs",
]);

/** `kind` and `from` come from a list, and are free for claims. */
function isClosed(key: string, path: readonly string[]): boolean {
  return CLOSED.has(key) || ((key === "kind" || key === "from") && !path.includes("claims"));
}

/** The model with `text` in the place of every free text. */
export function filledWith(model: PacketModel, text: string): PacketModel {
  const fill = (value: unknown, key: string, path: readonly string[]): unknown => {
    if (typeof value === "string") return isClosed(key, path) ? value : text;
    if (Array.isArray(value)) return value.map((item) => fill(item, key, path));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, fill(v, k, [...path, k])]));
  };
  return fill(model, "", []) as PacketModel;
}

/** Texts that would run, load, navigate, hide or break out, if anything let them. */
export const PAYLOADS: readonly string[] = [
  `<script>document.title="PWNED";window.pwned=1;alert(1)</script>`,
  `<img src=x onerror="top.document.title='PWNED';alert(1)">`,
  `"><svg onload=alert(1)>`,
  `'><img src=http://evil.example/x.png>`,
  `" onload="alert(1)" onmouseover='alert(1)' x="`,
  `</style><script>alert(1)</script><style>*{display:none}`,
  `</iframe><script>top.document.title="PWNED"</script>`,
  `</title></head><body><h1>PWNED</h1>`,
  `</textarea></details></section></main><iframe src=http://evil.example>`,
  `&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;`,
  `&amp;quot;&amp;gt;&amp;lt;script&amp;gt;alert(1)`,
  `&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;`,
  `<!-- --><script>alert(1)</script> --> ]]>`,
  `<meta http-equiv=refresh content="0;url=http://evil.example/"><base href="http://evil.example/">`,
  `<form action=http://evil.example><input autofocus onfocus=alert(1)></form>`,
  `<link rel=stylesheet href=http://evil.example/x.css><object data=x>`,
  `[book](javascript:alert(1)) ![see](http://evil.example/x.png) <http://evil.example/>`,
  `[a b](<javascript:alert(1)> "t") [c]: javascript:alert(1)`,
  "`code` **bold** _em_ ~~gone~~ # head | cell | - item 1. one > quote",
  `@everyone #1 GH-1 https://evil.example www.evil.example a@evil.example :smile: $x$`,
  `\u202Egnp.exe\u2066 Pay\u200Bnow \u0000\u001B[31m \uD800 \u{E0041} \uFEFF`,
  `{\uE0000} {\uE0001} ⟦patient.first_name⟧ &#xE000; \${alert(1)} {{ x }}`,
  `javascript:alert(1)`,
  `}body{background:url(http://evil.example/x.png)}*{visibility:hidden}/*`,
  `</style><style>@import url(http://evil.example/x.css);body{display:none}</style>`,
  `<div style="position:fixed;inset:0;background:url(http://evil.example/x.png)">`,
  `" style="position:fixed;inset:0;background:url(//evil.example/x)" class="verdict good`,
  `<svg><style>*{display:none}</style><use href="http://evil.example/x.svg#a"/></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>`,
  `{{ patient.first_name }}{% if x %}<b>bold</b>{% endif %}`,
  `--></details><b>PWNED</b>`,
];

/** Texts of several lines: Markdown blocks that must not become blocks of the page. */
export const LONG_PAYLOADS: readonly string[] = [
  "# head\n\n<script>alert(1)</script>\n\n- a\n  - b\n\n```html\n<script>alert(1)</script>\n```\n\n    <b>code</b>",
  "| a | b |\n|---|---|\n| <b>c</b> | d |\n\n[x]: javascript:alert(1)\n\n[x]\n\n---\n\n===",
  "</details>\n\n<details open>\n<summary>PWNED</summary>\n\n<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "> quote\n>\n> > deeper\n\n![i](http://evil.example/x.png)\n\nhttp://evil.example/\n\n@everyone",
];
