/** What a command ends with: always one of these, never a count. */
export const EXIT = {
  /** Nothing at or above `--fail-on` was found. */
  clean: 0,
  /** A finding at or above `--fail-on`; a campaign that was not built. */
  findings: 1,
  /** Wrong usage or configuration: an unknown option, a path that does not exist, no workspace, a full disk. */
  usage: 2,
  /** A defect in Recare itself. It never looks like a clean check. */
  internal: 3,
  /** Ended by Ctrl-C, as shells expect it: 128 + SIGINT. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
