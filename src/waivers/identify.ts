import { sha256 } from "../plan/index.ts";
import type { Diagnostic, SourceText, Span } from "../source/index.ts";
import { Structure, type YamlFile } from "../syntax/index.ts";

/** Enough of a digest to tell the findings of a workspace apart. */
const FINGERPRINT_LENGTH = 16;

/** What a finding is known by, whatever happens to the form of its file. */
export interface Identity {
  readonly path: string;
  readonly fingerprint: string;
}

/**
 * Knows findings again: by rule, structural path, the words that are underlined, the condition under which they are
 * sent, and the other places that the finding names. Not by line, and not by its message, which may be said better
 * one day.
 */
export class Identities {
  private readonly structures = new Map<string, Structure>();
  private readonly files: ReadonlyMap<string, YamlFile>;

  constructor(
    files: readonly YamlFile[],
    private readonly texts: ReadonlyMap<string, SourceText>,
  ) {
    this.files = new Map(files.map((file) => [file.path, file]));
  }

  of({ code, at, witness, related }: Diagnostic): Identity {
    const path = this.pathOf(at);
    const others = related.map((other) => this.pathOf(other.at));
    const known = [code, path, this.wordsAt(at), witness?.when ?? "", ...others];
    return {
      path,
      fingerprint: sha256(JSON.stringify(known)).slice("sha256:".length).slice(0, FINGERPRINT_LENGTH),
    };
  }

  private pathOf(at: Span): string {
    return this.structureOf(at.file)?.pathOf(at) ?? at.file;
  }

  /**
   * The underlined words: of a text as written or as meant, white space folded. A stretch that is no text, such as a
   * whole step, has none, since its form is free; the path names it.
   */
  private wordsAt(at: Span): string {
    const text = this.texts.get(at.file)?.text ?? "";
    const structure = this.structureOf(at.file);
    if (structure === undefined) return folded(text.slice(at.start, at.end));
    const value = structure.around(at)?.value;
    if (value?.kind !== "scalar" || at.start < value.span.start) return "";
    const isWhole = at.start <= value.span.start && at.end >= value.span.end;
    return folded(isWhole ? value.text : text.slice(at.start, at.end));
  }

  private structureOf(path: string): Structure | undefined {
    const known = this.structures.get(path);
    if (known !== undefined) return known;
    const file = this.files.get(path);
    if (file === undefined) return undefined;
    const structure = new Structure(file);
    this.structures.set(path, structure);
    return structure;
  }
}

function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
