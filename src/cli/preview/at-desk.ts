import type { IncomingMessage, ServerResponse } from "node:http";
import { Problem } from "../../host/index.ts";
import { refuse, send } from "./answers.ts";
import type { SignDesk } from "./sign-desk.ts";
import { isFromOwnPage, signRequestIn } from "./sign-request.ts";

/** Who has signed, and signing: what a page of the preview asks, and what it is told. */
export async function atDesk(
  path: "sign" | "signoffs",
  request: IncomingMessage,
  response: ServerResponse,
  desk: SignDesk,
): Promise<void> {
  try {
    if (path === "signoffs") {
      const campaign = new URL(request.url ?? "", "http://127.0.0.1").searchParams.get("campaign") ?? "";
      answer(response, 200, desk.signable(campaign));
      return;
    }
    if (!isFromOwnPage(request)) {
      refuse(response, 403, "Only a page of this preview can sign.");
      return;
    }
    const asked = await signRequestIn(request);
    if (asked === undefined) answer(response, 400, { error: "This is no request to sign." });
    else answer(response, 200, { said: await desk.sign(asked) });
  } catch (error) {
    if (error instanceof Problem) answer(response, 422, { error: error.message, remedy: error.remedy });
    else answer(response, 500, { error: `Recare itself failed: ${String(error)}` });
  }
}

function answer(response: ServerResponse, status: number, value: object): void {
  send(response, status, "application/json", JSON.stringify(value), "default-src 'none'");
}
