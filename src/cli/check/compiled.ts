import { type Compilation, type CompileInput, compile } from "../../compile.ts";
import { KeptFile, readWorkspace } from "../../host/index.ts";
import type { Diagnostic, SourceText } from "../../source/index.ts";
import type { SignedWaiver } from "../../waivers/index.ts";
import type { TrustFlags } from "../approvals/options.ts";
import { signedWaivers, waitsForSignature } from "../approvals/signed-waivers.ts";
import type { Session } from "../session.ts";
import { chosenBaseline } from "./baseline-file.ts";
import type { BaselineChoice } from "./baseline-option.ts";
import { type Checked, Memory } from "./memory.ts";
import { type Selection, selected, shownFrom, textsFrom } from "./selection.ts";

/** What of the findings in one workspace is shown. */
export interface Shown {
  /** Findings about the selection; paths as seen from where the command runs. */
  readonly findings: readonly Diagnostic[];
  /** The texts that the findings point into, under the same paths. */
  readonly files: readonly SourceText[];
}

/** A workspace after `compile`, with what of it is shown. */
export interface Compiled extends Shown {
  readonly selection: Selection;
  readonly compilation: Compilation;
  /** Every text of the workspace, by its path there. */
  readonly texts: readonly SourceText[];
}

/** What a workspace is held against, besides its own files. */
export interface HeldAgainst {
  readonly today: string;
  /** Which list of findings may stay for now. */
  readonly baseline: BaselineChoice;
  /** Signed waivers that hold, where somebody judged them already. */
  readonly signed?: readonly SignedWaiver[];
  /** Where trust is read from, to judge them. */
  readonly flags?: TrustFlags | undefined;
}

/**
 * Reads and compiles one workspace.
 *
 * @param compiler something else than `compile` that gives the same, sooner
 */
export function compiledWorkspace(
  selection: Selection,
  against: HeldAgainst,
  session: Session,
  compiler: (input: CompileInput) => Compilation = compile,
): Compiled {
  const input = inputOf(selection, against, session);
  const unsigned = compiler(input);
  const signed =
    against.signed === undefined && waitsForSignature(unsigned.findings)
      ? signedWaivers(selection.root, input.files, against, session)
      : [];
  const compilation = signed.length === 0 ? unsigned : compiler({ ...input, signed });
  return {
    selection,
    compilation,
    texts: input.files,
    ...shownOf(checkedOf(compilation), input, selection),
  };
}

/**
 * Reads one workspace and finds what is wrong with it, with `replaced` in the place of the file of its path. What
 * was found before is used again where nothing that it rests on has changed, unless it must be checked `anew`.
 */
export function checkedWorkspace(
  selection: Selection,
  { replaced, anew, ...against }: HeldAgainst & { readonly replaced?: SourceText; readonly anew: boolean },
  session: Session,
): Shown {
  const read = inputOf(selection, against, session);
  const files =
    replaced === undefined
      ? read.files
      : [...read.files.filter((file) => file.path !== replaced.path), replaced];
  const input = { ...read, files };
  const checked =
    anew || files.length < FEWEST_REMEMBERED
      ? checkedOf(compile(input))
      : remembered(input, new KeptFile(selection.root, session.env), session);
  const signed = waitsForSignature(checked.findings)
    ? signedWaivers(selection.root, files, against, session)
    : [];
  const holding = signed.length === 0 ? checked : checkedOf(compile({ ...input, signed }));
  return shownOf(holding, input, selection);
}

/** A workspace of fewer files is checked as fast as it is remembered. */
const FEWEST_REMEMBERED = 24;

function remembered(input: CompileInput, file: KeptFile, session: Session): Checked {
  const memory = new Memory(session.build, input, file.read());
  if (memory.whole !== undefined) return memory.whole;
  const compilation = compile(memory.watched, memory);
  const text = memory.text(compilation);
  if (text !== undefined) file.write(text);
  return checkedOf(compilation);
}

function inputOf(
  selection: Selection,
  { today, baseline: choice, signed = [] }: HeldAgainst,
  session: Session,
): CompileInput {
  const { files, assets, leftOut, baseline: own } = readWorkspace(selection.root);
  const baseline = chosenBaseline(selection, choice, own, session.cwd);
  for (const path of leftOut) {
    session.note(`note: ${selection.prefix}${path} is larger than 64 megabytes and was not read\n`);
  }
  return { files, assets, today, baseline, signed };
}

function checkedOf({ findings, workspace }: Compilation): Checked {
  return { findings, campaigns: workspace.campaigns.map(({ id, file }) => [id, file]) };
}

function shownOf(
  { findings, campaigns }: Checked,
  { files, baseline }: CompileInput,
  selection: Selection,
): Shown {
  const about = selected(findings, new Map(campaigns), selection, baseline?.path);
  return {
    findings: shownFrom(about, selection.prefix),
    files: textsFrom(baseline === undefined ? files : [...files, baseline], selection.prefix),
  };
}
