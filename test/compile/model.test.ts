import { describe, expect, it } from "vitest";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";
import { compileEdited, found } from "./edited.ts";

describe("a name that nothing declares is one finding, where it is written", () => {
  it.each([
    ["a team", "-owner: north_scheduling\n+owner: north_schedulin", "M001 north_schedulin"],
    ["an action", "-    - book_online\n+    - book_onlin", "M001 book_onlin"],
    ["an item to bring", "-    - insurance_card\n+    - insurance", "M001 insurance"],
    ["a page", "-  page: reschedule\n+  page: rescheduled", "M001 rescheduled"],
    ["an offer", "-      - earlier_time\n+      - earliest_time", "M001 earliest_time"],
    ["a script", "-    script: missed_visit\n+    script: missed", "M001 missed"],
    ["a tested step", "-  step: email-1\n   change: subject\n+  step: email-2", "M001 email-2"],
    ["a field", "-    - visit.rebooked\n+    - visit.rebookd", "M201 visit.rebookd"],
    [
      "a playbook",
      "library/teams.yaml:\n-    playbook: scheduling_replies\n+    playbook: scheduling_reply",
      "M001 scheduling_reply",
    ],
    [
      "a phrase to say",
      "library/teams.yaml:\n-      say: callback_only\n+      say: callback_onl",
      "M001 callback_onl",
    ],
    [
      "an offer's field",
      "library/actions.yaml:\n-    when: clinic.telehealth\n+    when: clinic.telehelth",
      "M001 clinic.telehelth",
    ],
    [
      "a phrase in a script",
      "library/scripts.yaml:\n-    voicemail: callback_only\n+    voicemail: callback",
      "M001 callback",
    ],
    [
      "a name in a text",
      "-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        {{ link.book_online }} or call {{ clinic.fone }}.",
      "M301 clinic.fone",
    ],
  ])("%s", (_, edit, finding) => expect(found(edit).filter((it) => !/^K/.test(it))).toEqual([finding]));
});

it("a name declared in two files is said at the second", () => {
  const files = applyEdit(
    BASE.files,
    "library/more.yaml:\n+bring:\n+  insurance_card:\n+    en: Your card\n+    es: Su tarjeta",
  );
  const duplicates = compileTexts(files).findings.filter(({ code }) => code === "M002");
  expect(duplicates.map(({ at, related }) => [at.file, related[0]?.at.file])).toEqual([
    ["library/more.yaml", "library/actions.yaml"],
  ]);
});

describe("a setting may tighten what stands above it, never loosen", () => {
  it.each([
    ["a ceiling", "recare.yaml:\n   sms:\n-    allow: scheduling\n+    allow: clinical", "M005 clinical"],
    ["consent", "recare.yaml:\n-    consent: opt-in\n+    consent: none", "M005 none"],
    ["parts", "recare.yaml:\n-    parts: 1\n+    parts: 3", "M005 3"],
    ["the portal's title", "recare.yaml:\n-    title: scheduling\n+    title: clinical", "M005 clinical"],
    [
      "verified calls",
      "recare.yaml:\n-    after_verification: clinical\n+    after_verification: restricted",
      "M005 restricted",
    ],
    ["messages a day", "recare.yaml:\n-  per_day: 1\n+  per_day: 2", "M005 2"],
    ["a campaign's week", " owner: north_scheduling\n+contact_limits: {per_week: 4}", "M005 4"],
    [
      "a campaign's hours",
      ' owner: north_scheduling\n+send_between: {hours: "08:00-19:00"}',
      "M005 send_between",
    ],
    ["a campaign's days", " owner: north_scheduling\n+send_between: {days: every-day}", "M005 send_between"],
    ["a campaign's clock", " owner: north_scheduling\n+send_between: {clock: clinic}", "M005 send_between"],
    [
      "a campaign's holidays",
      " owner: north_scheduling\n+send_between: {holidays: send}",
      "M005 send_between",
    ],
  ])("%s", (_, edit, finding) => expect(found(edit)).toEqual([finding]));

  it("a campaign cannot leave the product's own window either, where its organisation is silent", () => {
    const silent = applyEdit(
      BASE.files,
      'recare.yaml:\n-send_between:\n-  hours: "09:00-19:00"\n-  days: mon-sat\n-  clock: patient\n-  holidays: skip',
    );
    expect(compileTexts(silent).findings).toEqual([]);
    const loose = applyEdit(silent, " owner: north_scheduling\n+send_between: {days: every-day}");
    expect(compileTexts(loose).findings.map(({ code }) => code)).toEqual(["M005"]);
  });

  it("and tightening is silent", () => {
    expect(found(' owner: north_scheduling\n+send_between: {hours: "10:00-17:00", days: mon-fri}')).toEqual(
      [],
    );
  });
});

describe("settings of rules", () => {
  const raise = (setting: string) => `recare.yaml:\n   reading-grade:\n     at_most: 6\n${setting}`;

  it("suggest the rule that was meant", () => {
    const { findings } = compileEdited(raise("+  reveal-specialty:\n+    severity: error"));
    expect(findings.map(({ message }) => message)).toEqual([
      'No rule is called "reveal-specialty"; did you mean "reveals-specialty"?',
    ]);
  });

  it("cannot switch off what protects patients", () => {
    const night = 'recare.yaml:\n-  hours: "09:00-19:00"\n+  hours: "09:00-22:00"\n=\n';
    const off = raise("+  quiet-hours:\n+    severity: off").replace("recare.yaml:\n", "");
    expect(found(night + off)).toEqual(['T101 "09:00-22:00"', "M010 quiet-hours"]);
  });
});

describe("words that two campaigns share", () => {
  it("hold back both when they are wrong, though the finding is told once", () => {
    const files = applyEdit(
      BASE.files,
      "library/phrases.yaml:\n-    en: If this is an emergency, hang up and call 911.\n+    en: Your diabetes check.",
    );
    const campaign = (files.get("campaign.yaml") ?? "").replace(
      "{{ sender }}: {{ greeting }} {{ message.purpose }} Pick a new time:",
      "{{ sender }}: {{ phrase.emergency_line }} Pick a new time:",
    );
    files.set("campaign.yaml", campaign);
    files.set(
      "second.yaml",
      campaign.replace("campaign: missed-visit", "campaign: second-visit\npriority: 2"),
    );
    const { findings, plans } = compileTexts(files);
    expect(findings.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual(["P101"]);
    expect(plans).toEqual([]);
  });
});

describe("the second arm of a test", () => {
  const arms = (edit: string) =>
    compileEdited(edit).workspace.campaigns[0]?.steps.flatMap(({ outlets }) =>
      outlets.filter(({ arm }) => arm === "b").map(({ id }) => id),
    );

  it("has an outlet where its words differ, and nowhere else", () => {
    expect(arms(" owner: north_scheduling")).toEqual([
      "email-1/email.subject/en/b",
      "email-1/email.subject/es/b",
    ]);
    expect(arms("-  change: subject\n+  change: action label")).toEqual([
      "email-1/email.body/en/b",
      "email-1/email.body/es/b",
    ]);
    const availability =
      "   page: reschedule\n+  availability: {en: We have times., es: Hay horas.}\n=\n-        {{ message.purpose }} Los planes cambian, y con gusto le ayudamos. {{ message.next_step }}\n+        {{ message.availability }}\n=\n-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.availability }}\n=\n-  change: subject\n+  change: availability wording";
    expect(arms(availability)).toEqual(["email-1/email.body/en/b", "email-1/email.body/es/b"]);
  });

  it.each([
    [
      "the same words",
      "-    en: Pick a new visit time\n-    es: Elija una nueva hora\n+    en: A new time for your visit\n+    es: Una nueva hora para su visita",
      "M007 subject",
    ],
    [
      "a label that the step does not print",
      "-  step: email-1\n-  change: subject\n+  step: call-1\n+  change: action label",
      "M007 action label",
    ],
    [
      "no availability wording",
      "-  change: subject\n+  change: availability wording",
      "M007 availability wording",
    ],
    ["a subject in one language", "-    es: Elija una nueva hora", "A101 Pick a new visit time"],
    [
      "a label in one language",
      "-  change: subject\n+  change: action label\n=\n-    es: Elija una nueva hora",
      "A101 Pick a new visit time",
    ],
  ])("changes something in every language: %s", (_, edit, finding) => expect(found(edit)).toEqual([finding]));
});

describe("names in a text", () => {
  it("recipient is the caregiver in a caregiver's step", () => {
    const edit =
      " owner: north_scheduling\n+recipients: {patient: always, caregiver: with permission to schedule}\n=\n   - step: letter-1\n     channel: letter\n+    to: caregiver";
    const step = compileEdited(edit).plans[0]?.plan.steps.find(({ id }) => id === "letter-1");
    const sources = step?.content.outlets.map(({ source }) => source).join("\n") ?? "";
    expect(sources).toContain("caregiver.first_name");
    expect(sources).not.toContain("patient.first_name");
  });

  it("a phrase that contains itself is refused", () => {
    const edit =
      "library/phrases.yaml:\n-    en: If this is an emergency, hang up and call 911.\n+    en: Call. {{ phrase.emergency_line }}\n=\ncampaign.yaml:\n         You can also call us at {{ clinic.phone }}.\n+        {{ phrase.emergency_line }}\n \n         {{ bring }}";
    expect(found(edit)).toEqual(["M304 phrase.emergency_line"]);
  });

  it("offers are a chain: the first whose fact is yes", () => {
    const files = applyEdit(
      BASE.files,
      "library/scripts.yaml:\n-      en: We can look at early, late or video times.\n+      en: We have {{ offer }}.",
    );
    const call = compileTexts(files).plans[0]?.plan.steps.find(({ id }) => id === "call-1");
    const answer = call?.content.outlets.find(
      ({ name, language }) => name === "other_time" && language === "en",
    );
    expect(answer?.source).toContain(
      '{% if clinic.telehealth == "yes" %}a video visit{% else %}an earlier time{% endif %}',
    );
  });
});

describe("segments", () => {
  const last = "-    later: otherwise\n";
  it.each([
    [
      "below otherwise",
      `${last}+    later: otherwise\n+    old: visit.date was at least 10 days ago`,
      ["K107 old"],
    ],
    ["otherwise twice", `${last}+    later: otherwise\n+    last: otherwise`, ["K107 last"]],
    ["nobody takes the rest", last, ["K114 recent"]],
    ["all are taken without it", `${last}+    later: visit.date was at least 8 days ago`, []],
    ["one that cannot be read", `${last}+    later: visit.dat was 1 day ago`, ["M201 visit.dat"]],
  ])("%s", (_, edit, findings) => expect(found(edit)).toEqual(findings));
});

it("a goal without end does not hold up the check", () => {
  const start = performance.now();
  const edit = `-goal: visit completed within 30 days of the first message\n+goal: ${"a within ".repeat(20_000)}`;
  expect(compileEdited(edit).findings.some(({ code }) => code === "M003")).toBe(true);
  expect(performance.now() - start).toBeLessThan(5_000);
});
