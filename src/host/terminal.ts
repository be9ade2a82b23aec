/** What a stream can show. */
export interface Terminal {
  readonly colour: boolean;
  readonly columns: number;
}

/** Width of text that no terminal shows: files, pipes, logs. */
export const PAGE_COLUMNS = 100;
const NARROWEST = 40;
const WIDEST = 160;

/**
 * Colour as asked for, else as https://no-color.org and FORCE_COLOR say, else only where a person is looking.
 */
export function terminalOf(
  stream: { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined },
  env: Readonly<Record<string, string | undefined>>,
): Terminal {
  const columns = stream.isTTY ? (stream.columns ?? PAGE_COLUMNS) : PAGE_COLUMNS;
  return {
    colour: wantsColour(stream.isTTY === true, env),
    columns: Math.min(Math.max(columns, NARROWEST), WIDEST),
  };
}

function wantsColour(isTTY: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return isTTY && env.TERM !== "dumb";
}
