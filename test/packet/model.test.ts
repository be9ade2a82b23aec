import { describe, expect, test } from "vitest";
import {
  decisionOf,
  type PacketModel,
  type PacketOutlet,
  packetHtml,
  packetMarkdown,
} from "../../src/packet/index.ts";
import { plain } from "../../src/packet/words.ts";
import { BASE, compileTexts } from "../support/base.ts";
import { packetOf, replacing } from "./compiled.ts";

const BASE_PACKET = packetOf();

function outlet(model: PacketModel, step: string, part: string, language = "en", arm = "a"): PacketOutlet {
  const found = model.steps
    .find(({ id }) => id === step)
    ?.outlets.find((o) => o.part === part && o.language === language && o.arm === arm);
  if (found === undefined) throw new Error(`no ${part} of ${step} in ${language}`);
  return found;
}

describe("the packet of the base campaign", () => {
  test("is plain JSON, equal after a round trip, and the same for the same input", () => {
    expect(JSON.parse(JSON.stringify(BASE_PACKET))).toEqual(BASE_PACKET);
    expect(JSON.stringify(packetOf())).toBe(JSON.stringify(BASE_PACKET));
  });

  test("says who, what and by which plan", () => {
    expect(BASE_PACKET.identity).toMatchObject({
      organization: "Maple Health",
      campaign: "missed-visit",
      scenario: { id: "missed-appointment" },
      owner: { team: "north_scheduling", lead: "J. Alvarez" },
      goal: "visit completed within 30 days of the first message",
      lastResults: null,
      languages: ["en", "es"],
      checkedOn: "2026-11-23",
    });
    expect(BASE_PACKET.build?.plan).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(decisionOf(BASE_PACKET).canBeBuilt).toBe(true);
    expect(decisionOf(BASE_PACKET).sentences.length).toBeLessThanOrEqual(5);
  });

  test("asks each concern of its roles, each with its own digest", () => {
    const { signatures } = BASE_PACKET;
    expect(signatures.map(({ concern, roles }) => [concern, ...roles])).toEqual([
      ["audience", "compliance"],
      ["copy", "clinical", "compliance", "operations", "translation"],
      ["privacy", "privacy"],
      ["timing", "compliance"],
      ["operations", "operations"],
    ]);
    expect(new Set(signatures.map(({ digest }) => digest)).size).toBe(5);
  });

  test("shows steps on their days, where they are written", () => {
    expect(
      BASE_PACKET.steps.map(({ id, channel, earliest, latest }) => [id, channel, earliest, latest]),
    ).toEqual([
      ["text-1", "sms", 1, 1],
      ["email-1", "email", 4, 4],
      ["call-1", "phone", 8, 8],
      ["letter-1", "letter", 15, 15],
    ]);
    expect(BASE_PACKET.steps[0]?.at).toMatchObject({ file: "campaign.yaml", column: 5 });
  });

  test("tells the compiler's lines, claims and fields from the author's words", () => {
    const [sms] = outlet(BASE_PACKET, "text-1", "sms.body").wordings.shown;
    expect(sms?.runs.at(-1)).toMatchObject({ kind: "added", text: "Reply STOP to opt out." });
    expect(sms?.runs.filter(({ kind }) => kind === "field").map(({ id }) => id)).toContain(
      "patient.first_name",
    );
    const [email] = outlet(BASE_PACKET, "email-1", "email.body").wordings.shown;
    expect(email?.runs.find(({ kind }) => kind === "claim")).toMatchObject({
      id: "visit_details_by_text",
      text: "After you book, we send your visit time and place.",
    });
    expect([...new Set(email?.runs.filter(({ kind }) => kind === "added").map(({ id }) => id))]).toEqual([
      "accommodation",
      "postal_address",
      "unsubscribe",
    ]);
  });

  test("shows each wording with who receives it", () => {
    const { wordings } = outlet(BASE_PACKET, "text-1", "sms.body");
    expect(wordings.complete).toBe(true);
    expect(wordings.shown.map(({ when, runs }) => [when, plain(runs).slice(0, 32)])).toEqual([
      ["first name is known", "Maple Health: Hi ⟦first name⟧. W"],
      ["first name is missing", "Maple Health: Hello. We missed y"],
    ]);
  });

  test("keeps every text whole when it is cut into runs", () => {
    for (const { outlets } of BASE_PACKET.steps) {
      for (const { wordings } of outlets) {
        for (const { runs } of wordings.shown) expect(plain(runs)).not.toMatch(/⟦[^⟧]*[._][^⟧]*⟧|\{\{|\{%/);
      }
    }
  });

  test("shows both arms of a test only where they differ", () => {
    const email = BASE_PACKET.steps.find(({ id }) => id === "email-1");
    expect(
      email?.outlets.filter(({ arm }) => arm === "b").map(({ part, language }) => [part, language]),
    ).toEqual([
      ["email.subject", "en"],
      ["email.subject", "es"],
    ]);
    expect(BASE_PACKET.test).toEqual({ step: "email-1", change: "subject", winner: "visit completed" });
  });

  test("counts a text message in the worst case", () => {
    const { length } = outlet(BASE_PACKET, "text-1", "sms.body");
    expect(length).toMatchObject({ encoding: "GSM-7", onePart: 160, parts: 1 });
    expect(length?.characters).toBeGreaterThan(100);
    expect(length?.characters).toBeLessThanOrEqual(160);
  });

  test("lists every field that is read, with what reads it and where it goes", () => {
    const { fields, parts } = BASE_PACKET.exposure;
    const field = (path: string) => fields.find((candidate) => candidate.path === path);
    expect(field("visit.status")?.readFor).toEqual(["include"]);
    expect(field("patient.hospice")).toMatchObject({ class: "restricted", marks: [], readFor: ["exclude"] });
    expect(field("visit.status")?.marks.every((mark) => mark.selects && !mark.printed && !mark.blocked)).toBe(
      true,
    );
    expect(field("visit.status")?.marks).toHaveLength(parts.length);
    expect(field("patient.first_name")?.marks.find(({ part }) => part === "sms.body")).toMatchObject({
      printed: true,
      influences: true,
      selects: false,
      blocked: false,
    });
    expect(fields.map(({ path }) => path)).toEqual([...new Set(fields.map(({ path }) => path))]);
  });

  test("lists for export exactly what the plan exports", () => {
    const [compiled] = compileTexts(BASE.files).plans;
    const exported = BASE_PACKET.exposure.fields
      .filter(({ from }) => from === "roster")
      .map(({ path }) => path);
    expect(exported.toSorted()).toEqual(compiled?.plan.audience.fields.map(({ path }) => path).toSorted());
  });

  test("puts people on the edge of each condition", () => {
    const days = BASE_PACKET.audience.boundary.find(({ condition }) => condition.includes("days ago"));
    const verdict = (where: string) => days?.people.find((person) => person.where === where)?.verdict;
    expect([
      verdict("1 day ago"),
      verdict("14 days ago"),
      verdict("15 days ago"),
      verdict("not known"),
    ]).toEqual(["in", "in", "out", "out: unknown"]);
  });

  test("names who answers, the claims and their evidence, and what is stated", () => {
    expect(BASE_PACKET.answering.replies).toHaveLength(11);
    expect(BASE_PACKET.answering.replies.find(({ kind }) => kind === "wants_a_call")).toMatchObject({
      who: "north_scheduling",
      within: "1 business day",
      next: "north_scheduling.lead",
    });
    expect(BASE_PACKET.claims).toMatchObject([
      { id: "visit_details_by_text", standing: "valid", usedIn: ["email-1"] },
    ]);
    expect(BASE_PACKET.claims[0]?.evidence.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(BASE_PACKET.statements.find(({ about }) => about === "Consent basis")).toEqual({
      about: "Consent basis",
      says: "prior-express",
      ground: "stated",
    });
    expect(BASE_PACKET.statements.some(({ ground }) => ground === "signed")).toBe(false);
  });

  test("prints", () => {
    expect(packetHtml(BASE_PACKET)).toContain("Reply STOP to opt out.");
    expect(packetMarkdown(BASE_PACKET).length).toBeLessThan(60_000);
  });
});

describe("a campaign with an error", () => {
  const blocked = packetOf(
    replacing("{{ message.purpose }} Pick a new time:", "{{ message.purpose }} About your diabetes:"),
  );

  test("is shown all the same, without a plan, with the error first and its place", () => {
    expect(blocked.build).toBeNull();
    expect(decisionOf(blocked).canBeBuilt).toBe(false);
    expect(blocked.findings[0]).toMatchObject({ severity: "error", at: { file: "campaign.yaml" } });
    expect(blocked.signatures.every(({ digest }) => digest === null)).toBe(true);
    expect(plain(outlet(blocked, "text-1", "sms.body").wordings.shown[0]?.runs ?? [])).toContain("diabetes");
  });

  test("marks a field above its channel as blocked", () => {
    const leaking = packetOf(
      replacing("{{ message.purpose }} Pick a new time:", "{{ visit.reason }} Pick a new time:"),
    );
    const reason = leaking.exposure.fields.find(({ path }) => path === "visit.reason");
    expect(reason?.marks.find(({ part }) => part === "sms.body")).toMatchObject({
      printed: true,
      blocked: true,
    });
    expect(decisionOf(leaking).sentences.join(" ")).toContain(
      "1 field reaches a channel that may not carry it",
    );
  });

  test("shows a claim that has expired as expired", () => {
    const late = packetOf(undefined, {}, "2028-01-01");
    expect(late.claims[0]?.standing).toBe("expired");
    expect(packetHtml(late)).toContain("expired");
  });
});
