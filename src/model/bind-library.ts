import type { FieldType } from "../audience/index.ts";
import { entryOf, valueUnder, type YamlFile, type YamlNode, type YamlScalar } from "../syntax/index.ts";
import {
  choiceAt,
  entries,
  entriesAt,
  integerAt,
  type LibraryKind,
  type LoadedWorkspace,
  listAt,
  mapAt,
  type Sourced,
  textAt,
  textsAt,
  words,
  yesNoAt,
} from "../workspace/index.ts";
import { type Binder, related } from "./binder.ts";
import { CLASSES } from "./classes.ts";
import { DUPLICATE_NAME, UNKNOWN_NAME } from "./findings.ts";
import {
  type Action,
  type BringItem,
  CHANNELS,
  CLAIM_KINDS,
  type Claim,
  type Field,
  type Language,
  type Library,
  type Location,
  type Offer,
  type OwnWords,
  type Page,
  type Pathway,
  type Phrase,
  type Playbook,
  REPLY_KINDS,
  type Reply,
  type ReplyKind,
  type Script,
  type Team,
  type Wording,
} from "./library.ts";
import { bindDate, bindHours, bindResponseTime, bindTimeZone } from "./times.ts";
import { bindLiteralWords, literalWords } from "./wording.ts";

/** Names that the product declares itself, beside the organisation's fields. */
const PRODUCT_FIELDS: readonly Field[] = [
  {
    path: "caller.name",
    class: "public",
    type: { kind: "name" },
    longest: 24,
    gsm7: false,
    say: new Map(),
    blankMeansNo: false,
    derived: "the name of the person who calls",
    from: "caller",
    example: "Sam",
    at: { file: "recare.yaml", start: 0, end: 0 },
    classAt: { file: "recare.yaml", start: 0, end: 0 },
    classWritten: true,
  },
];

/** The shared library, every name declared once. */
export class LibraryBinding {
  private readonly binder: Binder;
  private readonly loaded: LoadedWorkspace;
  private readonly assets: ReadonlyMap<string, string>;
  private readonly first: Language;

  constructor(binder: Binder, loaded: LoadedWorkspace, assets: ReadonlyMap<string, string>, first: Language) {
    this.binder = binder;
    this.loaded = loaded;
    this.assets = assets;
    this.first = first;
  }

  bind(): Library {
    const fields = new Map(PRODUCT_FIELDS.map((field) => [field.path, field]));
    for (const [path, field] of this.section("fields", "fields", (key, node) => this.field(key, node))) {
      fields.set(path, field);
    }
    const library: Library = {
      fields,
      claims: this.section("claims", "claims", (key, node) => this.claim(key, node)),
      locations: this.section("locations", "locations", (key, node) => this.location(key, node)),
      teams: this.section("teams", "teams", (key, node) => this.team(key, node)),
      playbooks: this.section("teams", "playbooks", (key, node) => this.playbook(key, node)),
      actions: this.section("actions", "actions", (key, node) => this.action(key, node)),
      offers: this.section("actions", "offers", (key, node) => this.offer(key, node)),
      bring: this.section("actions", "bring", (key, node) => this.bringItem(key, node)),
      pages: this.section("pages", "pages", (key, node) => this.page(key, node)),
      scripts: this.section("scripts", "scripts", (key, node) => this.script(key, node)),
      phrases: this.section("phrases", "phrases", (key, node) => this.phrase(key, node)),
      pathways: this.section("pathways", "pathways", (key, node) => this.pathway(key, node)),
      words: this.ownWords(),
      holidays: this.files("holidays").flatMap(({ root }) =>
        listAt(root, "holidays").flatMap((node) => {
          const on = bindDate(this.binder, textAt(node, "on"));
          return on === undefined ? [] : [{ on, name: textAt(node, "name")?.value ?? "" }];
        }),
      ),
    };
    this.resolveReferences(library);
    return library;
  }

  private files(kind: LibraryKind): readonly YamlFile[] {
    return this.loaded.library.get(kind) ?? [];
  }

  /** One top-level key of a library kind, over all its files. */
  private section<T>(
    kind: LibraryKind,
    key: string,
    bind: (key: YamlScalar, node: YamlNode) => T,
  ): ReadonlyMap<string, T> {
    const bound = new Map<string, T>();
    const declared = new Map<string, YamlScalar>();
    for (const file of this.files(kind)) {
      for (const entry of entriesAt(file.root, key)) {
        const before = declared.get(entry.key.text);
        if (before) {
          this.binder.report(DUPLICATE_NAME, {
            at: entry.key.span,
            message: `"${entry.key.text}" is declared twice under ${key}`,
            related: [related(before.span, "first declared here")],
          });
          continue;
        }
        declared.set(entry.key.text, entry.key);
        bound.set(entry.key.text, bind(entry.key, entry.value));
      }
    }
    return bound;
  }

  private wording(node: YamlNode | undefined): Wording {
    return new Map(
      [...words(node, this.first)].map(([language, { text, scalar }]) => [
        language,
        { source: text, template: this.binder.lower(scalar), at: scalar.span },
      ]),
    );
  }

  private field(key: YamlScalar, node: YamlNode): Field {
    const declaredClass = choiceAt(node, "class", CLASSES);
    const blank = choiceAt(node, "blank_means", ["yes", "no"]);
    return {
      path: key.text,
      class: declaredClass?.value ?? "restricted",
      type: this.fieldType(node),
      longest: integerAt(node, "longest")?.value,
      gsm7: textAt(node, "sms")?.value === "gsm7",
      say: new Map(
        entriesAt(node, "say").map((entry) => [entry.key.text, literalWords(entry.value, this.first)]),
      ),
      blankMeansNo: blank?.value === "no",
      derived: textAt(node, "derived")?.value,
      from: textAt(node, "from")?.value === "locations" ? "locations" : "roster",
      example: textAt(node, "example")?.value,
      at: key.span,
      classAt: declaredClass?.at ?? key.span,
      classWritten: node.kind !== "map" || entryOf(node, "class") !== undefined,
    };
  }

  private fieldType(node: YamlNode): FieldType {
    const kind = textAt(node, "type")?.value;
    const values = textsAt(node, "values").map(({ value }) => value);
    switch (kind) {
      case "yes-no":
      case "code":
      case "number":
      case "date":
      case "name":
      case "phone":
        return { kind };
      case "one-of":
      case "many-of":
        return { kind, values };
      default:
        return { kind: "text" };
    }
  }

  private claim(key: YamlScalar, node: YamlNode): Claim {
    const evidence = mapAt(node, "evidence");
    const file = textAt(evidence, "file") ?? { value: "", at: key.span };
    const approved = mapAt(node, "approved");
    const valid = mapAt(node, "valid");
    return {
      id: key.text,
      text: bindLiteralWords(node, "text", this.first),
      variations: new Map(
        entriesAt(node, "variations").map(({ key: language }) => [
          language.text,
          textsAt(mapAt(node, "variations"), language.text),
        ]),
      ),
      kind: choiceAt(node, "kind", CLAIM_KINDS)?.value ?? "guarantee",
      evidence: { file, section: textAt(evidence, "section")?.value, sha256: this.assets.get(file.value) },
      approved: {
        by: textAt(approved, "by")?.value ?? "",
        role: textAt(approved, "role")?.value ?? "",
        on: bindDate(this.binder, textAt(approved, "on")) ?? "",
      },
      valid: {
        // A date that cannot be read makes a claim that is valid on no day.
        from: bindDate(this.binder, textAt(valid, "from")) ?? "9999-12-31",
        until: bindDate(this.binder, textAt(valid, "until")) ?? "0001-01-01",
        at: valid?.span ?? key.span,
      },
      withdrawn: bindDate(this.binder, textAt(node, "withdrawn")),
      channels: limitedTo(node, "channels", (item) => CHANNELS.find((name) => name === item.value)),
      scenarios: limitedTo(node, "scenarios", ({ value }) => value),
      locations: limitedTo(node, "locations", ({ value }) => value),
      at: key.span,
    };
  }

  private location(key: YamlScalar, node: YamlNode): Location {
    const access = mapAt(node, "access");
    return {
      id: key.text,
      publicName: textAt(node, "public_name") ?? { value: "", at: key.span },
      internalName: textAt(node, "internal_name"),
      address: textAt(node, "address") ?? { value: "", at: key.span },
      phone: textAt(node, "phone") ?? { value: "", at: key.span },
      nurseLine: textAt(node, "nurse_line"),
      timeZone: bindTimeZone(this.binder, textAt(node, "time_zone")),
      hours: bindHours(this.binder, valueUnder(node, "hours"), key.span),
      visitTypes: textsAt(node, "visit_types").map(({ value }) => value),
      telehealth: textsAt(node, "telehealth").map(({ value }) => value),
      access: {
        relay: textAt(access, "relay")?.value,
        interpreter: textAt(access, "interpreter")?.value,
        stepFree: yesNoAt(access, "step_free")?.value,
      },
      at: key.span,
    };
  }

  private team(key: YamlScalar, node: YamlNode): Team {
    const capacity = mapAt(node, "capacity");
    return {
      id: key.text,
      lead: textAt(node, "lead")?.value ?? "",
      clinical: yesNoAt(node, "clinical")?.value ?? false,
      hours: bindHours(this.binder, valueUnder(node, "hours"), key.span),
      capacity: {
        callsADay: integerAt(capacity, "calls_a_day")?.value,
        bookingsADay: integerAt(capacity, "bookings_a_day")?.value,
      },
      trainedOn: bindDate(this.binder, textAt(node, "trained_on")),
      playbook: textAt(node, "playbook"),
      at: key.span,
    };
  }

  private playbook(key: YamlScalar, node: YamlNode): Playbook {
    const replies = new Map<ReplyKind, Reply>();
    for (const entry of entries(node)) {
      const kind = REPLY_KINDS.find((name) => name === entry.key.text);
      if (kind === undefined) continue;
      const within = textAt(entry.value, "within");
      bindResponseTime(this.binder, within);
      replies.set(kind, {
        kind,
        do: textAt(entry.value, "do")?.value ?? "",
        who: textAt(entry.value, "who") ?? { value: "", at: entry.key.span },
        within,
        next: textAt(entry.value, "then"),
        say: textAt(entry.value, "say"),
        at: entry.key.span,
      });
    }
    return { id: key.text, replies, at: key.span };
  }

  private action(key: YamlScalar, node: YamlNode): Action {
    return {
      id: key.text,
      label: bindLiteralWords(node, "label", this.first),
      page: textAt(node, "page"),
      shortLink: textAt(node, "short_link"),
      leadsTo: choiceAt(node, "leads_to", REPLY_KINDS)?.value,
      lastTested: bindDate(this.binder, textAt(node, "last_tested")),
      at: key.span,
    };
  }

  private offer(key: YamlScalar, node: YamlNode): Offer {
    return {
      id: key.text,
      label: bindLiteralWords(node, "label", this.first),
      when: textAt(node, "when"),
      at: key.span,
    };
  }

  private bringItem(key: YamlScalar, node: YamlNode): BringItem {
    return { id: key.text, label: literalWords(node, this.first), at: key.span };
  }

  private page(key: YamlScalar, node: YamlNode): Page {
    return {
      id: key.text,
      url: textAt(node, "url") ?? { value: "", at: key.span },
      purpose: textAt(node, "purpose")?.value ?? "",
      sections: textsAt(node, "sections").map(({ value }) => value),
      languages: textsAt(node, "languages").map(({ value }) => value),
      linkChecked: bindDate(this.binder, textAt(node, "link_checked")),
      at: key.span,
    };
  }

  private script(key: YamlScalar, node: YamlNode): Script {
    return {
      id: key.text,
      open: this.wording(valueUnder(node, "open")),
      thirdParty: this.wording(valueUnder(node, "third_party")),
      voicemail: textAt(node, "voicemail"),
      verify: textsAt(node, "verify").map(({ value }) => value),
      afterVerification: this.wording(valueUnder(node, "then")),
      ask: textsAt(node, "ask").map(({ value }) => value),
      objections: new Map(
        entriesAt(node, "objections").map((entry) => [entry.key.text, this.wording(entry.value)]),
      ),
      clinicalQuestion: textAt(node, "clinical_question"),
      record: textsAt(node, "record").map(({ value }) => value),
      at: key.span,
    };
  }

  private phrase(key: YamlScalar, node: YamlNode): Phrase {
    return { id: key.text, text: this.wording(node), at: key.span };
  }

  private pathway(key: YamlScalar, node: YamlNode): Pathway {
    return {
      id: key.text,
      soon: textAt(node, "soon")?.value,
      longLapsed: textAt(node, "long_lapsed")?.value,
      signedBy: textAt(node, "signed_by")?.value,
      others: textAt(node, "others"),
      at: key.span,
    };
  }

  private ownWords(): OwnWords {
    const safe = new Map<Language, Sourced<string>[]>();
    const own = { sensitive: [], blame: [], alarm: [], pressure: [] } as Record<
      "sensitive" | "blame" | "alarm" | "pressure",
      Sourced<string>[]
    >;
    for (const { root } of this.files("words")) {
      const node = mapAt(root, "words");
      for (const { key } of entriesAt(node, "safe")) {
        const listed = safe.get(key.text) ?? [];
        safe.set(key.text, [...listed, ...textsAt(mapAt(node, "safe"), key.text)]);
      }
      for (const list of ["sensitive", "blame", "alarm", "pressure"] as const) {
        own[list].push(...textsAt(node, list));
      }
    }
    return { safe, ...own };
  }

  /** Names within the library that must lead somewhere. */
  private resolveReferences(library: Library): void {
    const { binder } = this;
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
      if (offer.when) this.resolveOfferField(offer.when, library);
    }
    for (const script of library.scripts.values()) {
      if (script.voicemail)
        binder.resolve(script.voicemail, library.phrases, "phrase", "library/phrases.yaml");
      if (script.clinicalQuestion) {
        binder.resolve(script.clinicalQuestion, library.phrases, "phrase", "library/phrases.yaml");
      }
    }
    for (const pathway of library.pathways.values()) {
      if (pathway.others) binder.resolve(pathway.others, library.teams, "team", "library/teams.yaml");
    }
  }

  private resolveOfferField(when: Sourced<string>, library: Library): void {
    const field = this.binder.resolve(when, library.fields, "field", "library/fields.yaml");
    if (field && field.type.kind !== "yes-no") {
      this.binder.report(UNKNOWN_NAME, {
        at: when.at,
        message: `an offer fits when a yes/no field is yes, and "${field.path}" is not one`,
        remedy: "Name a field of type yes-no.",
        related: [related(field.at, "declared here")],
      });
    }
  }
}

function limitedTo<T>(
  node: YamlNode,
  key: string,
  read: (item: Sourced<string>) => T | undefined,
): Sourced<readonly T[]> | undefined {
  const value = valueUnder(node, key);
  return (
    value && {
      value: textsAt(node, key)
        .map(read)
        .filter((item) => item !== undefined),
      at: value.span,
    }
  );
}
