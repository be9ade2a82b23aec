/**
 * Applies a rule's example to the base workspace. The format is described at `Example` in src/source/rule-meta.ts.
 * A file that the base does not have is added whole.
 *
 * @throws when a place is not found, or found twice: an example that edits nothing would prove nothing
 */
export function applyEdit(files: ReadonlyMap<string, string>, edit: string): Map<string, string> {
  const edited = new Map(files);
  let path = "campaign.yaml";
  for (const place of edit.replace(/\n$/, "").split(/^=$\n?/m)) {
    let lines = place.replace(/\n$/, "").split("\n");
    const named = /^([\w./-]+\.(?:yaml|liquid|json)):$/.exec(lines[0] ?? "")?.[1];
    if (named !== undefined) {
      path = named;
      lines = lines.slice(1);
    }
    const text = edited.get(path);
    edited.set(path, text === undefined ? newFile(lines) : applyPlace(text.split("\n"), lines).join("\n"));
  }
  return edited;
}

function newFile(lines: readonly string[]): string {
  if (lines.some((line) => !line.startsWith("+"))) throw new Error("a new file has added lines only");
  return `${lines.map((line) => line.slice(1)).join("\n")}\n`;
}

function applyPlace(file: readonly string[], place: readonly string[]): string[] {
  for (const line of place) {
    if (line !== "" && !" -+".includes(line[0] ?? ""))
      throw new Error(`an example's line begins with: ${line}`);
  }
  const expected = place.filter((line) => !line.startsWith("+")).map((line) => line.slice(1).trim());
  const starts = file.flatMap((_, start) =>
    expected.every((line, i) => file[start + i]?.trim() === line) ? [start] : [],
  );
  const [start] = starts;
  if (starts.length !== 1 || start === undefined) {
    throw new Error(`an example must match one place, not ${starts.length}:\n${expected.join("\n")}`);
  }
  const firstOwn = place.find((line) => !line.startsWith("+"))?.slice(1) ?? "";
  const shift = indentation(file[start] ?? "") - indentation(firstOwn);
  const replacement: string[] = [];
  let at = start;
  for (const line of place) {
    if (line.startsWith("+")) replacement.push(indented(line.slice(1), shift));
    else {
      if (!line.startsWith("-")) replacement.push(file[at] ?? "");
      at++;
    }
  }
  return [...file.slice(0, start), ...replacement, ...file.slice(at)];
}

function indented(line: string, shift: number): string {
  const width = Math.max(0, indentation(line) + shift);
  return line.trim() === "" ? "" : " ".repeat(width) + line.trimStart();
}

function indentation(line: string): number {
  return line.length - line.trimStart().length;
}
