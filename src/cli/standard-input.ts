import { Problem } from "../host/index.ts";

const LARGEST = 64 * 1024 * 1024;

/**
 * All of standard input as text.
 *
 * @throws Problem where it is larger than any text that a person has written.
 */
export async function readAll(stdin: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > LARGEST) throw new Problem("Standard input is larger than 64 megabytes.", "Send less of it.");
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Standard input or a file, line by line and without line ends; a last line without one counts. */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  for await (const chunk of input) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield lines.map(withoutReturn);
  }
  rest += decoder.decode();
  if (rest !== "") yield [withoutReturn(rest)];
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
