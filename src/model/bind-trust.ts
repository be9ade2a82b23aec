import type { YamlNode } from "../syntax/index.ts";
import {
  entriesAt,
  integerAt,
  type LoadedWorkspace,
  mapAt,
  type Sourced,
  text,
  textAt,
  texts,
  textsAt,
  yesNoAt,
} from "../workspace/index.ts";
import { SIGNED_PARTS, type TrustPolicy, USUAL_ROLES } from "./trust-policy.ts";

/** Who holds which role and which roles must sign, from `trust/roles.yaml` and `trust/required.yaml`. */
export function bindTrust({ trust }: Pick<LoadedWorkspace, "trust">): TrustPolicy {
  const roots = (kind: "roles" | "required") => trust[kind].map(({ root }) => root);
  const roles = new Map<string, readonly Sourced<string>[]>();
  for (const { key, value } of roots("roles").flatMap((root) => entriesAt(root, "roles")))
    roles.set(key.text, [...(roles.get(key.text) ?? []), ...texts(value)]);
  const required = { ...USUAL_ROLES };
  const requiredAt: TrustPolicy["requiredAt"][number][] = [];
  for (const root of roots("required")) {
    for (const part of SIGNED_PARTS) {
      const written = textsAt(mapAt(root, "required"), part);
      if (written.length > 0) required[part] = written.map(({ value }) => value);
      requiredAt.push(...written.map((role) => ({ part, role })));
    }
  }
  return {
    isStated: trust.roles.length > 0,
    roles,
    required,
    requiredAt,
    neverApprove: new Set(
      roots("roles").flatMap((root) => textsAt(root, "never_approve").map(({ value }) => value)),
    ),
    differentPeople: Math.max(
      1,
      ...roots("required").map((root) => integerAt(root, "different_people")?.value ?? 1),
    ),
    noWayBack: roots("required").some((root) => yesNoAt(root, "no_way_back")?.value ?? false),
    accounts: new Map([...textsByKey(roots("roles"), "accounts")].map(([key, { value }]) => [key, value])),
    teams: textsByKey(roots("roles"), "teams"),
    forgeReviews: roots("required")
      .map(forgeReviewsOf)
      .find((found) => found !== undefined),
  };
}

function textsByKey(
  roots: readonly (YamlNode | undefined)[],
  key: string,
): ReadonlyMap<string, Sourced<string>> {
  return new Map(
    roots
      .flatMap((root) => entriesAt(root, key))
      .flatMap(({ key: name, value }) => {
        const written = text(value);
        return written === undefined ? [] : [[name.text, written] as const];
      }),
  );
}

function forgeReviewsOf(root: YamlNode | undefined): TrustPolicy["forgeReviews"] {
  const written = mapAt(root, "forge_reviews");
  const importedBy = textAt(written, "imported_by");
  const accept = textsAt(written, "accept").map(({ value }) => value);
  return importedBy && accept.length > 0
    ? { accept: new Set(accept), importedBy: importedBy.value }
    : undefined;
}
