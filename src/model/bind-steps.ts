import { type Span, withArticle } from "../source/index.ts";
import { valueUnder, type YamlNode } from "../syntax/index.ts";
import { choiceAt, entries, listAt, type Sourced, textAt, texts, textsAt } from "../workspace/index.ts";
import type { BoundTest } from "./bind-test.ts";
import { related } from "./binder.ts";
import type { Step } from "./campaign.ts";
import { DUPLICATE_NAME, FIELD_OUT_OF_REACH, STEP_UNFIT } from "./findings.ts";
import { type Shelf, wordingOf } from "./library/shelf.ts";
import { CHANNELS, type Library, type Offer, type Script } from "./library.ts";
import { type OutletSetting, outletsOf, type PartWords, type StepWords, scriptParts } from "./outlets.ts";
import { type Reach, unaskable } from "./reach.ts";
import { bindWait } from "./times.ts";

/** The sequence: each step with the words of its channel, and everything that they say linked. */
export class SequenceBinding {
  private readonly shelf: Pick<Shelf, "binder" | "first">;
  private readonly library: Library;
  private readonly reach: Reach;

  constructor(shelf: Pick<Shelf, "binder" | "first">, library: Library, reach: Reach) {
    this.shelf = shelf;
    this.library = library;
    this.reach = reach;
  }

  bind(root: YamlNode, setting: OutletSetting, test: BoundTest | undefined): readonly Step[] {
    const seen = new Map<string, Span>();
    return listAt(root, "sequence").flatMap((node) => {
      const id = textAt(node, "step");
      const channel = choiceAt(node, "channel", CHANNELS);
      if (id === undefined || channel === undefined) return [];
      const before = seen.get(id.value);
      if (before !== undefined) {
        this.shelf.binder.report(DUPLICATE_NAME, {
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
    const { library, reach } = this;
    const { binder } = this.shelf;
    const recipient = choiceAt(node, "to", ["patient", "caregiver"])?.value ?? "patient";
    const scriptName = textAt(node, "script");
    const script =
      scriptName && binder.resolve(scriptName, library.scripts, "script", "library/scripts.yaml");
    const offers = this.offers(node, recipient);
    const onlyIf = valueUnder(node, "only_if");
    const parts =
      channel === "phone"
        ? script
          ? scriptParts(script, library)
          : []
        : this.parts(node, channel, test, id);
    this.fits(node, id, channel);
    if (script && scriptName) this.speaks(script, scriptName.at);
    const verifies = script !== undefined && script.verify.length > 0;
    const written: StepWords = { step: id.value, channel, recipient, at: id.at, verifies, parts };
    const tested =
      test?.step === id.value ? setting : { ...setting, instead: new Map(), insteadMessage: new Map() };
    const outlets = outletsOf(binder, written, { ...tested, offers });
    return {
      id: id.value,
      was: texts(valueUnder(node, "was")).map(({ value }) => value),
      channel,
      to: recipient,
      wait: bindWait(binder, textAt(node, "wait")),
      onlyIf: onlyIf?.kind === "scalar" ? binder.condition(onlyIf, { ...reach, recipient }) : undefined,
      offers,
      script: script && scriptName && { script, at: scriptName.at },
      outlets,
      at: node.span,
      idAt: id.at,
    };
  }

  private offers(node: YamlNode, recipient: Step["to"]): readonly Offer[] {
    const { binder } = this.shelf;
    return textsAt(node, "offer").flatMap((name) => {
      const offer = binder.resolve(name, this.library.offers, "offer", "library/actions.yaml");
      const far = offer?.when && unaskable(offer.when.value, { ...this.reach, recipient });
      if (offer?.when && far) {
        binder.report(FIELD_OUT_OF_REACH, {
          at: name.at,
          ...far,
          related: [related(offer.when.at, "the offer asks for it here")],
        });
      }
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
      return [
        {
          part: name,
          wording: wordingOf(this.shelf, value),
          called,
          ...(tested && { instead: test.instead }),
        },
      ];
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

  /** Whether a script goes on once it knows that it is the patient; a rule asks for what it says to anybody else. */
  private speaks(script: Script, at: Span): void {
    if (script.afterVerification.size > 0) return;
    this.shelf.binder.report(STEP_UNFIT, {
      at,
      message: `the script ${script.id} does not say what to say when the patient has been verified`,
      remedy: "Add `then:` to the script in library/scripts.yaml.",
      related: [related(script.at, "the script is here")],
    });
  }

  /** Whether a step has the words of its channel, and no others. */
  private fits(node: YamlNode, id: Sourced<string>, channel: Step["channel"]): void {
    const { needs, allows } = CHANNEL_KEYS[channel];
    for (const key of needs) {
      if (valueUnder(node, key) !== undefined) continue;
      this.shelf.binder.report(STEP_UNFIT, {
        at: id.at,
        message: `the ${CHANNEL_NAMES[channel]} ${id.value} has no \`${key}\``,
        remedy: `Add \`${key}:\` to this step.`,
      });
    }
    for (const { key } of entries(node)) {
      if (!WORD_KEYS.includes(key.text) || needs.includes(key.text) || allows.includes(key.text)) continue;
      this.shelf.binder.report(STEP_UNFIT, {
        at: key.span,
        message: `${withArticle(CHANNEL_NAMES[channel])} has no \`${key.text}\``,
        remedy: `Delete \`${key.text}\`; ${withArticle(CHANNEL_NAMES[channel])} has ${[...needs, ...allows].join(", ")}.`,
      });
    }
  }
}

const CHANNEL_NAMES: Readonly<Record<Step["channel"], string>> = {
  sms: "text message",
  email: "email",
  phone: "call",
  letter: "letter",
  portal: "portal message",
};

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
