import { Problem } from "../../host/index.ts";
import { CONCERNS, type CompiledPlan, type SubjectDigest, subjectName } from "../../plan/index.ts";
import { rolesThatSign, type Trust } from "../../review/index.ts";
import { choices } from "../../source/index.ts";
import type { ApproveFlags } from "./command.ts";
import type { Signer } from "./signer.ts";

/**
 * What is to be signed: the concern that is named, and of copy the language, or the only one for which somebody in that
 * role is asked.
 *
 * @throws Problem where it is not said, or not said exactly enough
 */
export function subjectAsked(
  { concern, language, role }: Pick<ApproveFlags, "concern" | "language" | "role">,
  { plan, subjects }: CompiledPlan,
  trust: Trust,
  signer: Signer,
): SubjectDigest {
  if (concern === undefined)
    throw new Problem("Which concern do you sign?", `Name it: --concern ${CONCERNS.join(", ")}.`);
  if (language !== undefined && concern !== "copy")
    throw new Problem(`${concern} is signed as a whole, not by language.`, "Leave out --language.");
  const own = subjects.filter((subject) => subject.concern === concern);
  const named = own.filter((subject) => language === undefined || subject.language === language);
  const [first, another] = named;
  if (first === undefined) {
    const languages = own.flatMap((subject) => subject.language ?? []);
    throw new Problem(`The campaign is not sent in "${language}".`, `It is sent in ${choices(languages)}.`);
  }
  if (another === undefined) return first;
  const roles = role === undefined ? rolesHeld(trust, signer) : [role];
  const [only, more] = named.filter((subject) =>
    rolesThatSign(subject, plan, trust.required).some((asked) => roles.includes(asked)),
  );
  if (only !== undefined && more === undefined) return only;
  throw new Problem(
    `${concern} is signed language by language: ${named.map(subjectName).join(", ")}.`,
    `Name one: --language ${choices(named.flatMap((subject) => subject.language ?? []))}`,
  );
}

/**
 * The role in which it is signed: the one that is named, or the only one that is asked for and held.
 *
 * @throws Problem where nobody is asked in that role, or where it must be chosen
 */
export function roleAsked(
  named: string | undefined,
  subject: SubjectDigest,
  { plan }: CompiledPlan,
  trust: Trust,
  signer: Signer,
): string {
  const asked = rolesThatSign(subject, plan, trust.required);
  if (named !== undefined) {
    if (asked.includes(named)) return named;
    throw new Problem(
      `Nobody is asked to sign ${subjectName(subject)} as ${named}.`,
      `It is signed as ${choices(asked)}; trust/required.yaml says so.`,
    );
  }
  const held = rolesHeld(trust, signer);
  const [role, another] = asked.filter((one) => held.includes(one));
  if (role === undefined)
    throw new Problem(
      `${signer.names.join(" and ")} ${signer.names.length === 1 ? "holds" : "hold"} no role that signs ${subjectName(subject)}.`,
      `It is signed as ${choices(asked)}; trust/roles.yaml says who holds these roles.`,
    );
  if (another !== undefined)
    throw new Problem("You hold several of the roles that sign it.", `Name one: --role ${choices(asked)}`);
  return role;
}

function rolesHeld({ roles }: Trust, { names }: Signer): readonly string[] {
  return [...roles].filter(([, people]) => names.some((name) => people.has(name))).map(([role]) => role);
}
