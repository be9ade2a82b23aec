import { SIGNED_PARTS, type SignedPart, type TrustPolicy } from "../../model/index.ts";
import { didYouMean, type Finding, listed } from "../../source/index.ts";
import { policy } from "../basis.ts";
import { workspaceRule } from "../rule.ts";

/** What a person reads for each part. */
const SIGNS: Readonly<Record<SignedPart, string>> = {
  audience: "who is written to",
  copy: "what is written",
  translations: "translations",
  privacy: "what is revealed",
  timing: "when it is sent",
  operations: "who answers",
};

const ROLES =
  "trust/roles.yaml:\n+roles:\n+  clinical: [dana@maple.example]\n+  compliance: [lee@maple.example]\n+  translation: [tom@maple.example]\n+  privacy: [pia@maple.example]\n+  operations: [omar@maple.example]";
const without = (role: string) => ROLES.replace(new RegExp(`\\n\\+  ${role}: .*`), "");

export default workspaceRule(
  {
    code: "R111",
    name: "approvals-required",
    summary: "An approval that nobody can give",
    why: "A campaign runs once everybody who must sign has signed. A role that nobody holds, or only somebody who may approve nothing, stops every campaign on the day on which it was to begin, and a role that is named wrongly looks as if it were guarded. Until then campaigns are built and read all the same, so this is a warning.",
    remedy: "Name somebody who holds the role in trust/roles.yaml, or another role in trust/required.yaml.",
    basis: policy("workflow practice: approvals that are asked for can be given"),
    severity: "warning",
    waivable: "never",
    examples: {
      good: [
        { title: "Somebody for each role", edit: ROLES },
        {
          title: "Another role signs",
          edit: `${without("privacy")}\n=\ntrust/required.yaml:\n+required:\n+  privacy: [compliance]`,
        },
      ],
      bad: [
        {
          title: "A role that nobody holds",
          edit: `${ROLES}\n=\ntrust/required.yaml:\n+required:\n+  privacy: [privacy, security]`,
          marks: ["security"],
        },
        {
          title: "A usual role that nobody holds",
          edit: without("privacy"),
          marks: ["dana@maple.example"],
        },
        {
          title: "Its only holder may never approve",
          edit: `${ROLES}\n+never_approve: [pia@maple.example]`,
          marks: ["dana@maple.example"],
        },
        {
          title: "Three people must sign, and two hold all the roles",
          edit: "trust/roles.yaml:\n+roles:\n+  clinical: [dana@maple.example]\n+  compliance: [dana@maple.example]\n+  translation: [dana@maple.example]\n+  privacy: [pia@maple.example]\n+  operations: [pia@maple.example]\n=\ntrust/required.yaml:\n+required:\n+  privacy: [privacy]\n+different_people: 3",
          marks: ["privacy"],
        },
      ],
    },
  },
  function* ({ trust, campaigns }) {
    const [first] = [...trust.roles.values()].flat();
    // A workspace without trust is one that nobody approves in yet: `recare verify` says that.
    if (first === undefined) return;
    const isTranslated = campaigns.some(({ languages }) => languages.length > 1);
    const parts = SIGNED_PARTS.filter((part) => part !== "translations" || isTranslated);
    for (const role of new Set(parts.flatMap((part) => trust.required[part])))
      yield* unheld(role, parts, trust, first.at);
    yield* tooFew(trust, first.at);
  },
);

/** One finding a role, whatever it must sign. Where it is not written down, the place at which people get their roles. */
function* unheld(
  role: string,
  parts: readonly SignedPart[],
  trust: TrustPolicy,
  elsewhere: Finding["at"],
): Generator<Finding> {
  if (approvers(role, trust).length > 0) return;
  const at = trust.requiredAt.find((one) => one.role.value === role)?.role.at;
  const held = (trust.roles.get(role) ?? []).map(({ value }) => value);
  const why =
    held.length > 0
      ? `${held.join(" and ")} may never approve, and nobody else holds the role ${role}`
      : `nobody holds the role ${role}${at === undefined ? "" : didYouMean(role, [...trust.roles.keys()])}`;
  const signs = parts.filter((part) => trust.required[part].includes(role)).map((part) => SIGNS[part]);
  yield { at: at ?? elsewhere, message: `${why}, which must sign ${listed(signs)}` };
}

function* tooFew(trust: TrustPolicy, elsewhere: Finding["at"]): Generator<Finding> {
  const people = new Set(
    Object.values(trust.required)
      .flat()
      .flatMap((role) => approvers(role, trust)),
  );
  if (people.size === 0 || people.size >= trust.differentPeople) return;
  yield {
    at: trust.requiredAt[0]?.role.at ?? elsewhere,
    message: `${trust.differentPeople} different people must sign a campaign, and ${people.size} ${people.size === 1 ? "holds" : "hold"} all the roles`,
    remedy: "Give roles to more people in trust/roles.yaml, or ask for fewer under `different_people`.",
  };
}

function approvers(role: string, { roles, neverApprove }: TrustPolicy): readonly string[] {
  return (roles.get(role) ?? []).map(({ value }) => value).filter((name) => !neverApprove.has(name));
}
