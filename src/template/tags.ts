/** Blocks, the branches that they may have, and what closes them. */
export const BLOCKS: Readonly<
  Record<string, { readonly branches: readonly string[]; readonly end: string }>
> = {
  if: { branches: ["elsif", "else"], end: "endif" },
  unless: { branches: ["elsif", "else"], end: "endunless" },
  case: { branches: ["when", "else"], end: "endcase" },
  for: { branches: ["else"], end: "endfor" },
  capture: { branches: [], end: "endcapture" },
  comment: { branches: [], end: "endcomment" },
};

/** Tags that only make sense inside a block. */
export const INNER_TAGS: readonly string[] = [
  "elsif",
  "else",
  "when",
  ...Object.values(BLOCKS).map(({ end }) => end),
  "endraw",
];

export const TAGS: readonly string[] = [
  ...Object.keys(BLOCKS),
  "assign",
  "echo",
  "render",
  "raw",
  "liquid",
  "#",
];

/** Liquid's other tags: why they are not part of the campaign language, and what to write instead. */
export const REFUSED_TAGS: Readonly<Record<string, { readonly why: string; readonly instead: string }>> = {
  include: {
    why: "lets a partial change names of the text around it",
    instead: 'Write {% render "…" %}: a partial then sees only what it is given.',
  },
  layout: { why: "wraps the text into words that stand elsewhere", instead: "Write the whole text here." },
  block: { why: "lets words from elsewhere replace these", instead: "Write the whole text here." },
  increment: { why: "changes the patient's record while it prints", instead: "Number the items by hand." },
  decrement: { why: "changes the patient's record while it prints", instead: "Number the items by hand." },
  cycle: { why: "prints another text each time", instead: "Write each text where it belongs." },
  tablerow: { why: "writes an HTML table, which few channels can show", instead: "Write a list." },
  break: {
    why: "ends a loop early, so that its length cannot be foretold",
    instead: "Use limit, or an if inside the loop.",
  },
  continue: { why: "leaves out part of a loop", instead: "Use an if inside the loop." },
};
