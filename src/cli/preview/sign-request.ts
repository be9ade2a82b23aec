import type { IncomingMessage } from "node:http";
import { CONCERNS, type Concern } from "../../plan/index.ts";

/** What a page asks to be signed: exactly what it showed. */
export interface SignRequest {
  readonly campaign: string;
  readonly concern: Concern;
  readonly language: string | null;
  readonly role: string;
  /** Of what was shown. */
  readonly digest: string;
  readonly meaning: "approved" | "rejected";
  /** How many questions were answered with yes. */
  readonly answers: number;
  readonly comment: string;
}

const MOST_BYTES = 16_384;

/**
 * Whether a request comes from a page of this preview. A page elsewhere can send a POST here, and then its browser
 * names it in `Origin` (Fetch Standard, 3.2) and `Sec-Fetch-Site`; JSON cannot be sent by a form without asking first.
 */
export function isFromOwnPage({ headers }: IncomingMessage): boolean {
  const { origin, host, "sec-fetch-site": site, "content-type": type } = headers;
  return (
    origin === `http://${host}` &&
    (site === undefined || site === "same-origin") &&
    type?.split(";")[0]?.trim() === "application/json"
  );
}

/** The request in a body of JSON; nothing where it is none, or too long to be one. */
export async function signRequestIn(request: IncomingMessage): Promise<SignRequest | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(bytes);
  }
  try {
    return asRequest(JSON.parse(Buffer.concat(chunks).toString("utf8")));
  } catch {
    return undefined;
  }
}

function asRequest(value: unknown): SignRequest | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const given: Partial<Record<keyof SignRequest, unknown>> = value;
  const { campaign, language, role, digest, meaning, answers, comment } = given;
  const concern = CONCERNS.find((name) => name === given.concern);
  if (
    concern === undefined ||
    typeof campaign !== "string" ||
    (language !== null && typeof language !== "string") ||
    typeof role !== "string" ||
    typeof digest !== "string" ||
    (meaning !== "approved" && meaning !== "rejected") ||
    typeof answers !== "number" ||
    typeof comment !== "string"
  ) {
    return undefined;
  }
  return { campaign, concern, language, role, digest, meaning, answers, comment };
}
