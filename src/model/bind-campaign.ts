import type { FieldSpec } from "../audience/index.ts";
import type { Span } from "../source/index.ts";
import { valueUnder, type YamlFile, type YamlMap, type YamlNode } from "../syntax/index.ts";
import {
  choiceAt,
  entries,
  integerAt,
  listAt,
  mapAt,
  percentAt,
  type Sourced,
  textAt,
  texts,
  textsAt,
} from "../workspace/index.ts";
import { answersOf } from "./answers.ts";
import { bindAudience, bindConditions, fieldSpecs } from "./bind-audience.ts";
import { bindGoal } from "./bind-goal.ts";
import { bindCampaignWindow, bindLimits } from "./bind-organization.ts";
import { SequenceBinding } from "./bind-steps.ts";
import { bindTest, insteadLabels } from "./bind-test.ts";
import type { Binder } from "./binder.ts";
import { ANCHORS, type Campaign, type MissingWords, type Partner } from "./campaign.ts";
import { bindDeclarations } from "./declarations.ts";
import { type Shelf, wordingOf } from "./library/shelf.ts";
import type { Library, Team, Wording } from "./library.ts";
import type { Organization } from "./organization.ts";
import type { OutletSetting } from "./outlets.ts";
import type { Reach } from "./reach.ts";
import { SCENARIO_IDS, scenario } from "./scenarios.ts";
import { bindDate } from "./times.ts";

/** Texts of `message` that are no wording. */
const MESSAGE_KEYS = ["actions", "bring", "page"];

/** One campaign file as rules see it: names resolved, presets and policy applied. */
export class CampaignBinding {
  private readonly binder: Binder;
  private readonly organization: Organization;
  private readonly library: Library;
  private readonly specs: ReadonlyMap<string, FieldSpec>;
  private readonly shelf: Pick<Shelf, "binder" | "first">;

  constructor(binder: Binder, organization: Organization, library: Library) {
    this.binder = binder;
    this.organization = organization;
    this.library = library;
    this.specs = fieldSpecs(library.fields);
    this.shelf = { binder, first: organization.languages[0] ?? "en" };
  }

  bind(file: YamlFile, root: YamlMap): Campaign {
    const { binder, library, organization, specs } = this;
    const anchor = choiceAt(valueUnder(root, "audience"), "for_each", ANCHORS)?.value ?? "patient";
    const reach: Reach = { specs, anchor, recipient: "patient" };
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
    const test = bindTest(this.shelf, root);
    const setting: OutletSetting = {
      library,
      anchor,
      organization,
      languages,
      message: messageTexts,
      actions: actions.map(({ value }) => value),
      bring: bring.map(({ value }) => value),
      offers: [],
      instead: insteadLabels(test, actions),
      insteadMessage:
        test?.change === "availability wording" ? new Map([["availability", test.instead]]) : new Map(),
      missing: (what, language, at, entry) => missingWords.push({ what, language, at, entry }),
    };
    const audience = valueUnder(root, "audience");
    const owner = this.team(root, "owner");
    const replies =
      (owner?.team.playbook && library.playbooks.get(owner.team.playbook.value)?.replies) ?? new Map();
    return {
      id: id.value,
      was: texts(valueUnder(root, "was")).map(({ value }) => value),
      title: textAt(root, "title")?.value ?? id.value,
      file: file.path,
      scenario: scenario(choiceAt(root, "scenario", SCENARIO_IDS)?.value ?? "results-follow-up"),
      owner,
      goal: bindGoal(binder, textAt(root, "goal")),
      goalWritten: textAt(root, "goal"),
      measure: textsAt(root, "measure"),
      languages,
      audience: audience && bindAudience(binder, audience, reach, library),
      chosenBy: this.chosenBy(root),
      because: textAt(root, "because"),
      others: this.team(root, "others"),
      urgent: this.team(root, "urgent"),
      pathway: this.pathway(root),
      message: messageTexts,
      actions,
      bring,
      page,
      steps: new SequenceBinding(this.shelf, library, reach).bind(root, setting, test),
      stopWhen: bindConditions(binder, listAt(root, "stop_when"), reach),
      pauseWhen: bindConditions(binder, listAt(root, "pause_when"), reach),
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
      holdout: percentAt(root, "holdout"),
      test: test && { step: test.step, change: test.change, winner: test.winner, at: test.at },
      partner: bindPartner(root),
      replies,
      answers: answersOf(binder, replies, setting, library),
      window: bindCampaignWindow(binder, root, organization.window),
      limits: bindLimits(binder, root, organization.limits),
      declarations: bindDeclarations(
        mapAt(root, "declarations"),
        organization.declarations,
        this.shelf.first,
      ),
      missingWords: distinct(missingWords),
      at: id.at,
      keys: new Map(entries(root).map(({ key }) => [key.text, key.span])),
    };
  }

  private team(root: YamlNode, key: string): { team: Team; at: Span } | undefined {
    const name = textAt(root, key);
    const team = name && this.binder.resolve(name, this.library.teams, "team", "library/teams.yaml");
    return name && team && { team, at: name.at };
  }

  private pathway(root: YamlNode): Campaign["pathway"] {
    const name = textAt(root, "pathway");
    const pathway =
      name && this.binder.resolve(name, this.library.pathways, "pathway", "library/pathways.yaml");
    return name && pathway && { pathway, at: name.at };
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
        .map(({ key, value }) => [key.text, wordingOf(this.shelf, value)]),
    );
  }
}

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

/** One mention for each text and language, however many steps use it. */
function distinct(missing: readonly MissingWords[]): readonly MissingWords[] {
  const seen = new Map(missing.toReversed().map((words) => [`${words.what}\n${words.language}`, words]));
  return [...seen.values()].reverse();
}
