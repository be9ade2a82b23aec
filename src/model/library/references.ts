import type { Sourced } from "../../workspace/index.ts";
import { type Binder, related } from "../binder.ts";
import { UNKNOWN_NAME } from "../findings.ts";
import type { Library } from "../library.ts";

/** Names within the library that must lead somewhere. */
export function resolveReferences(binder: Binder, library: Library): void {
  for (const team of library.teams.values()) {
    if (team.playbook) binder.resolve(team.playbook, library.playbooks, "playbook", "library/teams.yaml");
  }
  for (const playbook of library.playbooks.values()) {
    for (const reply of playbook.replies.values()) {
      for (const who of [reply.who, reply.next]) {
        if (who !== undefined && who.value !== "system" && who.value !== "") {
          const team = who.value.endsWith(".lead") ? who.value.slice(0, -".lead".length) : who.value;
          binder.resolve({ value: team, at: who.at }, library.teams, "team", "library/teams.yaml");
        }
      }
      if (reply.say) binder.resolve(reply.say, library.phrases, "phrase", "library/phrases.yaml");
    }
  }
  for (const claim of library.claims.values()) {
    for (const at of claim.locations?.value ?? []) {
      binder.resolve(
        { value: at, at: claim.locations?.at ?? claim.at },
        library.locations,
        "location",
        "library/locations.yaml",
      );
    }
  }
  for (const action of library.actions.values()) {
    if (action.page) binder.resolve(action.page, library.pages, "page", "library/pages.yaml");
  }
  for (const offer of library.offers.values()) {
    if (offer.when) resolveOfferField(binder, offer.when, library);
  }
  for (const script of library.scripts.values()) {
    if (script.voicemail) binder.resolve(script.voicemail, library.phrases, "phrase", "library/phrases.yaml");
    if (script.clinicalQuestion) {
      binder.resolve(script.clinicalQuestion, library.phrases, "phrase", "library/phrases.yaml");
    }
  }
  for (const pathway of library.pathways.values()) {
    if (pathway.others) binder.resolve(pathway.others, library.teams, "team", "library/teams.yaml");
  }
}

function resolveOfferField(binder: Binder, when: Sourced<string>, library: Library): void {
  const field = binder.resolve(when, library.fields, "field", "library/fields.yaml");
  if (field && field.type.kind !== "yes-no") {
    binder.report(UNKNOWN_NAME, {
      at: when.at,
      message: `an offer fits when a yes/no field is yes, and "${field.path}" is not one`,
      remedy: "Name a field of type yes-no.",
      related: [related(field.at, "declared here")],
    });
  }
}
