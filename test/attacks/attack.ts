/** A leaking campaign and its safe twin: one edit of the base workspace, whose only differences are marked in it. */
export interface Attack {
  readonly title: string;
  readonly leak: string;
  readonly twin: string;
  /** What must be found in the leak, and the text that must be underlined. */
  readonly caught: readonly { readonly code: string; readonly mark: string }[];
}

/** `«in the leak ⇒ in the twin»`; either side may be empty, or several lines. */
const DIFFERENCE = /«([^«»⇒]*)⇒([^«»⇒]*)»/g;

/**
 * The attacks of a file: a line `# title`, the edit in the format of `Example` in src/source/rule-meta.ts, and a line
 * `! CODE text that is underlined` for each finding, `\n` where that text goes on in the next line. Notes stand before
 * the first attack.
 *
 * @throws where an attack expects nothing, or does not differ from its twin
 */
export function attacksIn(text: string): readonly Attack[] {
  return text
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [title = "", ...lines] = part.trimEnd().split("\n");
      const edit = lines.filter((line) => !line.startsWith("!")).join("\n");
      const [leak, twin] = [1, 2].map((side) => chosen(edit, side));
      const caught = lines.filter((line) => line.startsWith("!")).map(expectation);
      if (leak === undefined || twin === undefined || leak === twin || caught.length === 0)
        throw new Error(`"${title}" is no attack: it needs a difference «leak ⇒ twin», and what is found`);
      return { title, leak, twin, caught };
    });
}

function chosen(edit: string, side: number): string {
  return edit.replace(DIFFERENCE, (...groups: string[]) => unpadded(groups[side] ?? ""));
}

/** The blanks beside the arrow are for the reader; one more is part of the text. */
function unpadded(side: string): string {
  return side.replace(/^ | $/g, "");
}

function expectation(line: string): Attack["caught"][number] {
  const [, code, mark] = /^! ([A-Z]\d{3}) (.+)$/.exec(line) ?? [];
  if (code === undefined || mark === undefined) throw new Error(`what is found here? ${line}`);
  return { code, mark: mark.replaceAll("\\n", "\n") };
}
