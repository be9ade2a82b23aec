/**
 * Why a command cannot go on: the world outside the texts is not as it must be (a folder that is missing, a full
 * disk, an option that makes no sense). A mistake inside a text is never a Problem, it is a `Diagnostic`.
 */
export class Problem extends Error {
  override readonly name = "Problem";

  constructor(
    /** What is wrong, with the value, in one sentence. */
    message: string,
    /** What to do instead. */
    readonly remedy: string,
  ) {
    super(message);
  }

  /** The program is two files, each with this class: a problem is one whichever of them found it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "Problem" && "remedy" in value;
  }
}

/** The code of a failed system call (`ENOENT`), or nothing for any other error. */
export function systemCode(error: unknown): string | undefined {
  const isSystemCall = error instanceof Error && "syscall" in error && "code" in error;
  return isSystemCall && typeof error.code === "string" ? error.code : undefined;
}

const IN_WORDS: ReadonlyMap<string, readonly [what: string, remedy: string]> = new Map([
  ["ENOENT", ["it does not exist", "Check the path."]],
  ["EACCES", ["this user may not", "Change the permissions, or choose another folder."]],
  ["EPERM", ["this user may not", "Change the permissions, or choose another folder."]],
  ["EROFS", ["the disk is read-only", "Choose a folder on a disk that can be written."]],
  ["ENOSPC", ["the disk is full", "Free some space and run the command again."]],
  ["EDQUOT", ["the disk quota is used up", "Free some space and run the command again."]],
  ["ENOTDIR", ["a part of its path is a file, not a folder", "Check the path."]],
  ["EISDIR", ["it is a folder", "Give the path of a file."]],
  ["EEXIST", ["something with that name is in the way", "Move it away, or choose another name."]],
  ["ELOOP", ["its links go in a circle", "Replace the link by the file."]],
  ["EMFILE", ["too many files are open", "Close other programs, or raise the limit of open files."]],
]);

/** Turns a failed system call into words; every other error is handed back as it is, since it is our own. */
export function problemOf(error: unknown, doing: string): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  const [what, remedy] = IN_WORDS.get(code) ?? [`the system says ${code}`, "Check the path and the disk."];
  return new Problem(`Could not ${doing}: ${what}.`, remedy);
}
