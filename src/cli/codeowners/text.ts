import type { SignedPart, TrustPolicy } from "../../model/index.ts";
import { compareText } from "../../source/index.ts";

/** Which files say what each part of a plan says. The last line that fits decides, so the general ones come first. */
const FILES: readonly (readonly [pattern: string, about: string, parts: readonly SignedPart[]])[] = [
  [
    "",
    "campaigns, and whatever is new",
    ["audience", "copy", "translations", "privacy", "timing", "operations"],
  ],
  ["recare.yaml", "what every campaign rests on", ["audience", "privacy", "timing"]],
  ["library/fields.yaml", "what is known of people, and how private it is", ["audience", "privacy"]],
  ["library/pathways.yaml", "who is looked after how", ["audience"]],
  ["library/claims.yaml", "what may be claimed", ["copy", "translations"]],
  ["library/phrases.yaml", "wording that campaigns share", ["copy", "translations"]],
  ["library/scripts.yaml", "what callers say", ["copy", "translations"]],
  ["library/partials/", "wording that campaigns share", ["copy", "translations"]],
  ["library/words.yaml", "words that are accepted in short messages", ["copy", "privacy"]],
  ["library/actions.yaml", "where messages lead", ["copy", "privacy"]],
  ["library/pages.yaml", "pages behind the links", ["copy", "privacy"]],
  ["library/locations.yaml", "clinics, their numbers and hours", ["operations"]],
  ["library/teams.yaml", "who answers", ["operations"]],
  ["library/limits.yaml", "limits that the organisation sets itself", ["timing"]],
  ["library/holidays.yaml", "days on which nobody is written to", ["timing"]],
  ["evidence/", "what claims rest on", ["copy"]],
];

/** The role whose team looks after trust itself; without one every team is asked. */
const ADMIN = "admin";

/**
 * The text of CODEOWNERS: for each kind of file the teams of the roles that sign what it says.
 *
 * @param folder the workspace inside its repository, with a slash at the end; nothing at its top
 */
export function codeownersText({ teams, required }: TrustPolicy, folder: string): string {
  const teamsOf = (roles: readonly string[]) =>
    [...new Set(roles.flatMap((role) => teams.get(role)?.value ?? []))].sort(compareText);
  const all = [...new Set([...teams.values()].map(({ value }) => value))].sort(compareText);
  const admins = teamsOf([ADMIN]);
  const lines = FILES.map(([pattern, about, parts]) => {
    const owners = teamsOf(parts.flatMap((part) => required[part]));
    const path = `${folder}${pattern}`;
    return line(path === "" ? "*" : `/${path}`, owners.length === 0 ? all : owners, about);
  });
  const guarded = admins.length === 0 ? all : admins;
  return [
    "# Written by `recare codeowners` from trust/. Change trust/ and run it again; this file is not edited by hand.",
    "# It says who is asked. What counts is what people sign: `recare verify`.",
    "",
    ...lines,
    line(`/${folder}trust/`, guarded, "whose word counts"),
    // Anybody may add a signature; who deletes a rejection is looked at.
    line(`/${folder}approvals/`, guarded, "what was signed, and refused"),
    line("CODEOWNERS", guarded, "this file, wherever it lies"),
    "",
  ].join("\n");
}

function line(pattern: string, owners: readonly string[], about: string): string {
  return `# ${about.charAt(0).toUpperCase()}${about.slice(1)}\n${pattern} ${owners.join(" ")}`;
}
