import type { FieldSpec } from "../audience/index.ts";
import { parseDuration, SPANS_OF_DAYS } from "../calendar/index.ts";
import type { Span } from "../source/index.ts";
import { valueUnder, type YamlFile, type YamlMap, type YamlNode } from "../syntax/index.ts";
import {
  choiceAt,
  entries,
  integerAt,
  list,
  listAt,
  mapAt,
  type Sourced,
  textAt,
  texts,
  textsAt,
  words,
} from "../workspace/index.ts";
import { bindAudience, bindConditions, fieldSpecs } from "./bind-audience.ts";
import { bindCampaignWindow, bindDeclarations, bindLimits } from "./bind-organization.ts";
import { type Binder, related } from "./binder.ts";
import {
  type Campaign,
  type Goal,
  type MissingWords,
  OUTCOMES,
  type Partner,
  type Step,
  type Test,
} from "./campaign.ts";
import { DUPLICATE_NAME, GOAL_UNREADABLE, STEP_UNFIT, TEST_UNFIT } from "./findings.ts";
import { CHANNELS, type Library, type Offer, type Team, type Wording } from "./library.ts";
import type { Organization } from "./organization.ts";
import { type OutletSetting, outletsOf, type PartWords, type StepWords, scriptParts } from "./outlets.ts";
import { SCENARIO_IDS, scenario } from "./scenarios.ts";
import { bindDate, bindWait } from "./times.ts";

/** Texts of `message` that are no wording. */
const MESSAGE_KEYS = ["actions", "bring", "page"];

/** One campaign file as rules see it: names resolved, presets and policy applied. */
export class CampaignBinding {
  private readonly binder: Binder;
  private readonly organization: Organization;
  private readonly library: Library;
  private readonly specs: ReadonlyMap<string, FieldSpec>;

  constructor(binder: Binder, organization: Organization, library: Library) {
    this.binder = binder;
    this.organization = organization;
    this.library = library;
    this.specs = fieldSpecs(library.fields);
  }

  bind(file: YamlFile, root: YamlMap): Campaign {
    const { binder, library, organization, specs } = this;
    const id = textAt(root, "campaign") ?? { value: "", at: root.span };
    const own = textsAt(root, "languages").map(({ value }) => value);
    const languages = own.length > 0 ? own : organization.languages;
    const message = mapAt(root, "message");
    const messageTexts = this.messageTexts(message);
    const actions = this.names(message, "actions", library.actions, "action", "library/actions.yaml");
    const bring = this.names(message, "bring", library.bring, "item to bring", "library/actions.yaml");
    const page = textAt(message, "page");
    if (page) binder.resolve(page, library.pages, "page", "library/pages.yaml");
    const missingWords: MissingWords[] = [];
    const test = this.test(root, mapAt(root, "test"));
    const setting: OutletSetting = {
      library,
      organization,
      languages,
      message: messageTexts,
      actions: actions.map(({ value }) => value),
      bring: bring.map(({ value }) => value),
      offers: [],
      instead: this.insteadLabels(test, actions),
      insteadMessage:
        test?.change === "availability wording" ? new Map([["availability", test.instead]]) : new Map(),
      missing: (what, language, at) => missingWords.push({ what, language, at }),
    };
    const audience = valueUnder(root, "audience");
    const owner = this.team(root, "owner");
    return {
      id: id.value,
      was: texts(valueUnder(root, "was")).map(({ value }) => value),
      title: textAt(root, "title")?.value ?? id.value,
      file: file.path,
      scenario: scenario(choiceAt(root, "scenario", SCENARIO_IDS)?.value ?? "results-follow-up"),
      owner,
      goal: this.goal(textAt(root, "goal")),
      goalWritten: textAt(root, "goal"),
      measure: textsAt(root, "measure"),
      languages,
      audience: audience && bindAudience(binder, audience, specs, library),
      chosenBy: this.chosenBy(root),
      because: textAt(root, "because"),
      others: this.team(root, "others"),
      urgent: this.team(root, "urgent"),
      message: messageTexts,
      actions,
      bring,
      page,
      steps: this.steps(root, setting, test),
      stopWhen: bindConditions(binder, listAt(root, "stop_when"), specs),
      pauseWhen: bindConditions(binder, listAt(root, "pause_when"), specs),
      recipients: {
        patient: choiceAt(mapAt(root, "recipients"), "patient", ["always", "never"])?.value ?? "always",
        caregiver: textAt(mapAt(root, "recipients"), "caregiver")?.value,
      },
      starts: bindDate(binder, textAt(root, "starts")),
      ends: bindDate(binder, textAt(root, "ends")),
      priority: integerAt(root, "priority")?.value ?? 0,
      priorityAt: integerAt(root, "priority")?.at,
      reEnter:
        choiceAt(root, "re_enter", ["after the goal window", "never"])?.value ?? "after the goal window",
      pace: { perDay: integerAt(mapAt(root, "pace"), "per_day")?.value },
      holdout: percent(textAt(root, "holdout")),
      test: test && { step: test.step, change: test.change, winner: test.winner, at: test.at },
      partner: bindPartner(root),
      replies:
        (owner?.team.playbook && library.playbooks.get(owner.team.playbook.value)?.replies) ?? new Map(),
      window: bindCampaignWindow(binder, root, organization.window),
      limits: bindLimits(binder, root, organization.limits),
      declarations: bindDeclarations(mapAt(root, "declarations"), organization.declarations),
      missingWords: distinct(missingWords),
      at: id.at,
      keys: new Map(entries(root).map(({ key }) => [key.text, key.span])),
    };
  }

  private goal(written: Sourced<string> | undefined): Goal | undefined {
    if (written === undefined) return undefined;
    const match = /^(.+?) within (.+) of the first message$/.exec(written.value.trim());
    const outcome = OUTCOMES.find((name) => name === match?.[1]);
    const span = match?.[2] === undefined ? undefined : parseDuration(match[2], SPANS_OF_DAYS);
    if (outcome === undefined || span === undefined || !span.ok || span.value.kind !== "span") {
      // Opens and clicks are the business of a rule of its own, which says why.
      if (!/\b(open|click)/i.test(written.value)) {
        this.binder.report(GOAL_UNREADABLE, {
          at: written.at,
          message:
            match && outcome === undefined
              ? `"${match[1]?.slice(0, 60)}" is not an outcome that can be counted`
              : `the goal does not read as an outcome within a time`,
          remedy: `Write one of ${OUTCOMES.join(", ")}; then "within 30 days of the first message".`,
        });
      }
      return undefined;
    }
    const { count, unit } = span.value;
    return { outcome, withinDays: unit === "week" ? count * 7 : count, text: written.value, at: written.at };
  }

  private team(root: YamlNode, key: string): { team: Team; at: Span } | undefined {
    const name = textAt(root, key);
    const team = name && this.binder.resolve(name, this.library.teams, "team", "library/teams.yaml");
    return name && team && { team, at: name.at };
  }

  private names<T>(
    node: YamlNode | undefined,
    key: string,
    known: ReadonlyMap<string, T>,
    what: string,
    where: string,
  ): readonly Sourced<string>[] {
    return textsAt(node, key).filter((name) => this.binder.resolve(name, known, what, where) !== undefined);
  }

  private chosenBy(root: YamlNode): readonly Sourced<string>[] {
    return this.names(root, "chosen_by", this.library.fields, "field", "library/fields.yaml");
  }

  private messageTexts(message: YamlNode | undefined): ReadonlyMap<string, Wording> {
    return new Map(
      entries(message)
        .filter(({ key }) => !MESSAGE_KEYS.includes(key.text))
        .map(({ key, value }) => [key.text, this.wording(value)]),
    );
  }

  private wording(node: YamlNode | undefined): Wording {
    const first = this.organization.languages[0] ?? "en";
    return new Map(
      [...words(node, first)].map(([language, { text, scalar }]) => [
        language,
        { source: text, template: this.binder.lower(scalar), at: scalar.span },
      ]),
    );
  }

  private test(root: YamlNode, node: YamlNode | undefined): BoundTest | undefined {
    if (node === undefined) return undefined;
    const step = textAt(node, "step");
    const change = choiceAt(node, "change", ["subject", "action label", "availability wording"]);
    const winner = choiceAt(node, "winner", OUTCOMES);
    if (step === undefined || change === undefined || winner === undefined) return undefined;
    const tested = list(valueUnder(root, "sequence")).find(
      (item) => textAt(item, "step")?.value === step.value,
    );
    if (tested === undefined) {
      const known = new Map(
        listAt(root, "sequence").map((item) => [textAt(item, "step")?.value ?? "", item]),
      );
      this.binder.resolve(step, known, "step", "the sequence");
      return undefined;
    }
    if (change.value === "subject" && valueUnder(tested, "subject") === undefined) {
      this.binder.report(TEST_UNFIT, {
        at: change.at,
        message: `the step ${step.value} has no subject to test`,
        related: [related(tested.span, "this is the step")],
      });
      return undefined;
    }
    return {
      step: step.value,
      change: change.value,
      winner: winner.value,
      instead: this.wording(valueUnder(node, "instead")),
      at: node.span,
    };
  }

  /** Other words for the label of the first action, which is the one that patients follow most. */
  private insteadLabels(
    test: BoundTest | undefined,
    actions: readonly Sourced<string>[],
  ): OutletSetting["instead"] {
    const action = actions[0];
    if (test?.change !== "action label" || action === undefined) return new Map();
    return new Map([[action.value, test.instead]]);
  }

  private steps(root: YamlNode, setting: OutletSetting, test: BoundTest | undefined): readonly Step[] {
    const seen = new Map<string, Span>();
    return listAt(root, "sequence").flatMap((node) => {
      const id = textAt(node, "step");
      const channel = choiceAt(node, "channel", CHANNELS);
      if (id === undefined || channel === undefined) return [];
      const before = seen.get(id.value);
      if (before !== undefined) {
        this.binder.report(DUPLICATE_NAME, {
          at: id.at,
          message: `two steps are called "${id.value}"`,
          related: [related(before, "first declared here")],
        });
        return [];
      }
      seen.set(id.value, id.at);
      return [this.step(node, id, channel.value, setting, test)];
    });
  }

  private step(
    node: YamlNode,
    id: Sourced<string>,
    channel: Step["channel"],
    setting: OutletSetting,
    test: BoundTest | undefined,
  ): Step {
    const { binder, library, specs } = this;
    const recipient = choiceAt(node, "to", ["patient", "caregiver"])?.value ?? "patient";
    const scriptName = textAt(node, "script");
    const script =
      scriptName && binder.resolve(scriptName, library.scripts, "script", "library/scripts.yaml");
    const offers = this.offers(node);
    const onlyIf = valueUnder(node, "only_if");
    const parts =
      channel === "phone"
        ? script
          ? scriptParts(script, library)
          : []
        : this.parts(node, channel, test, id);
    this.fits(node, id, channel);
    const written: StepWords = { step: id.value, channel, recipient, at: id.at, parts };
    const tested =
      test?.step === id.value ? setting : { ...setting, instead: new Map(), insteadMessage: new Map() };
    const outlets = outletsOf(binder, written, { ...tested, offers });
    return {
      id: id.value,
      was: texts(valueUnder(node, "was")).map(({ value }) => value),
      channel,
      to: recipient,
      wait: bindWait(binder, textAt(node, "wait")),
      onlyIf: onlyIf?.kind === "scalar" ? binder.condition(onlyIf, specs) : undefined,
      offers,
      script: script && scriptName && { script, at: scriptName.at },
      outlets,
      at: node.span,
      idAt: id.at,
    };
  }

  private offers(node: YamlNode): readonly Offer[] {
    return textsAt(node, "offer").flatMap((name) => {
      const offer = this.binder.resolve(name, this.library.offers, "offer", "library/actions.yaml");
      return offer ? [offer] : [];
    });
  }

  /** The author's words of a step, by part. */
  private parts(
    node: YamlNode,
    channel: Exclude<Step["channel"], "phone">,
    test: BoundTest | undefined,
    id: Sourced<string>,
  ): readonly PartWords[] {
    const title = channel === "email" ? "email.subject" : "portal.title";
    const part = (key: string, name: PartWords["part"], called: string): PartWords[] => {
      const value = valueUnder(node, key);
      if (value === undefined) return [];
      const tested = key === "subject" && test?.step === id.value && test.change === "subject";
      return [{ part: name, wording: this.wording(value), called, ...(tested && { instead: test.instead }) }];
    };
    switch (channel) {
      case "sms":
        return part("text", "sms.body", "the text");
      case "letter":
        return part("text", "letter.body", "the text");
      case "email":
        return [
          ...part("subject", title, "the subject"),
          ...part("preheader", "email.preheader", "the preheader"),
          ...part("text", "email.body", "the text"),
        ];
      case "portal":
        return [...part("subject", title, "the subject"), ...part("text", "portal.body", "the text")];
    }
  }

  /** Whether a step has the words of its channel, and no others. */
  private fits(node: YamlNode, id: Sourced<string>, channel: Step["channel"]): void {
    const { needs, allows } = CHANNEL_KEYS[channel];
    for (const key of needs) {
      if (valueUnder(node, key) !== undefined) continue;
      this.binder.report(STEP_UNFIT, {
        at: id.at,
        message: `the ${channel} step ${id.value} has no \`${key}\``,
        remedy: `Add \`${key}:\` to this step.`,
      });
    }
    for (const { key } of entries(node)) {
      if (!WORD_KEYS.includes(key.text) || needs.includes(key.text) || allows.includes(key.text)) continue;
      this.binder.report(STEP_UNFIT, {
        at: key.span,
        message: `a ${channel} step has no \`${key.text}\``,
        remedy: `Delete \`${key.text}\`; a ${channel} step has ${[...needs, ...allows].join(", ")}.`,
      });
    }
  }
}

interface BoundTest extends Test {
  readonly instead: Wording;
}

const WORD_KEYS: readonly string[] = ["text", "subject", "preheader", "script"];

const CHANNEL_KEYS: Readonly<
  Record<Step["channel"], { readonly needs: readonly string[]; readonly allows: readonly string[] }>
> = {
  sms: { needs: ["text"], allows: [] },
  email: { needs: ["subject", "text"], allows: ["preheader"] },
  portal: { needs: ["subject", "text"], allows: [] },
  letter: { needs: ["text"], allows: [] },
  phone: { needs: ["script"], allows: [] },
};

function bindPartner(root: YamlNode): Partner | undefined {
  const node = mapAt(root, "partner");
  return (
    node && {
      name: textAt(node, "name")?.value ?? "",
      shares: textsAt(node, "shares").map(({ value }) => value),
      report: textAt(node, "report")?.value,
      at: node.span,
    }
  );
}

function percent(written: Sourced<string> | undefined): Sourced<number> | undefined {
  const match = written && /^(\d{1,2})\s?%$/.exec(written.value.trim());
  return match ? { value: Number(match[1]), at: written.at } : undefined;
}

/** One mention for each text and language, however many steps use it. */
function distinct(missing: readonly MissingWords[]): readonly MissingWords[] {
  const seen = new Map(missing.map((words) => [`${words.what}\n${words.language}`, words]));
  return [...seen.values()];
}
