import { type Diagnostic, diagnose, didYouMean, type Outcome, type SourceText } from "../source/index.ts";
import type { YamlFile } from "../syntax/index.ts";
import { EMPTY_FILE, MISPLACED_FILE, UNKNOWN_FILE } from "./findings/files.ts";
import { type FileKind, kindOf, kindOfKey, TELLING_KEYS } from "./kind.ts";
import { rightPlace } from "./paths.ts";
import { beginning } from "./place.ts";
import { quoted } from "./shown.ts";
import { validate } from "./validate.ts";

/** The kind under which a file is kept, and what is wrong with it. */
export function recognise(
  file: YamlFile,
  source: SourceText,
  unread: readonly Diagnostic[],
): Outcome<FileKind | undefined> {
  if (file.root === undefined) {
    return { value: undefined, diagnostics: unread.length > 0 ? [] : [empty(source)] };
  }
  const kind = kindOf(file);
  if (kind === undefined) {
    // Where the file could not be read, the key that tells may be in the part that is lost.
    return { value: undefined, diagnostics: unread.length > 0 ? [] : [unknown(file)] };
  }
  const elsewhere = rightPlace(file.path, kind);
  const mistakes = validate(file, kind, source, unread);
  if (elsewhere === undefined) return { value: kind, diagnostics: mistakes };
  const misplaced = misplacedAt(file, kind, elsewhere);
  // Trust that lies elsewhere is no trust; anything else is kept, so that its names are known to other files.
  return kind === "roles" || kind === "required"
    ? { value: undefined, diagnostics: [misplaced] }
    : { value: kind, diagnostics: [misplaced, ...mistakes] };
}

function empty({ path, text }: SourceText): Diagnostic {
  return diagnose(EMPTY_FILE, {
    at: { file: path, start: 0, end: text.length },
    message: "This file is empty.",
  });
}

function unknown({ path, root }: YamlFile): Diagnostic {
  const [first] = root?.kind === "map" ? root.entries : [];
  const at = root === undefined ? { file: path, start: 0, end: 0 } : beginning(root);
  if (first === undefined) {
    return diagnose(UNKNOWN_FILE, {
      at,
      message: "This file has no keys, so it is neither a campaign nor part of the library.",
    });
  }
  return diagnose(UNKNOWN_FILE, {
    at,
    message: `This file begins with ${quoted(first.key.text)}, which is neither a campaign nor part of the library${didYouMean(first.key.text, TELLING_KEYS) || "."}`,
  });
}

function misplacedAt(file: YamlFile, kind: FileKind, elsewhere: string): Diagnostic {
  const telling =
    file.root?.kind === "map" ? file.root.entries.find(({ key }) => kindOfKey(key.text) === kind) : undefined;
  return diagnose(MISPLACED_FILE, {
    at: telling?.key.span ?? { file: file.path, start: 0, end: 0 },
    message: `"${telling?.key.text ?? kind}" belongs ${elsewhere}.`,
    remedy: `Keep it ${elsewhere}.`,
  });
}
