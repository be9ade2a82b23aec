import type { Json } from "../../plan/index.ts";
import type { Direction, Risk } from "./change.ts";

/** How a difference in a section of the plan is rated and named. */
export interface Rating {
  readonly direction: Direction;
  readonly risk: Risk;
  readonly because: string;
}

interface SettingKind {
  /** Path in the plan; `*` is any one key, and what follows the last part may be anything. */
  readonly path: string;
  readonly kind: string;
  /** How reviewers call it. */
  readonly about: string;
  readonly rate: (before: Json | undefined, after: Json | undefined) => Rating;
}

type Rate = SettingKind["rate"];

/** There, or not there any more, or otherwise. */
function presence(before: Json | undefined, after: Json | undefined): Direction {
  if (before === undefined || before === null) return "ADDED";
  if (after === undefined || after === null) return "REMOVED";
  return "REWORDED";
}

function always(risk: Risk, because: string): Rate {
  return (before, after) => ({ direction: presence(before, after), risk, because });
}

/** A limit: more of it, or none at all any more, is the worse. */
function limit(because: string): Rate {
  return (before, after) => {
    const more =
      after === null ||
      after === undefined ||
      (typeof before === "number" && typeof after === "number" && after > before);
    return more
      ? { direction: "MORE", risk: "medium", because }
      : { direction: "FEWER", risk: "low", because: "The limit is tighter than before." };
  };
}

/** Something that keeps messages from being sent: without it there are more. */
function brake(because: string): Rate {
  return (before, after) => {
    const direction = presence(before, after);
    return direction === "ADDED"
      ? { direction, risk: "low", because: "It only keeps messages from being sent." }
      : { direction, risk: direction === "REMOVED" ? "high" : "medium", because };
  };
}

/** Times of day, `09:00`: what lies further out lets messages go at more hours. */
function hours(outwards: "earlier" | "later"): Rate {
  return (before, after) => {
    const later = String(after) > String(before);
    const more = later === (outwards === "later");
    return {
      direction: later ? "LATER" : "EARLIER",
      risk: more ? "medium" : "low",
      because: more ? "Messages may leave at more hours." : "Messages may leave at fewer hours.",
    };
  };
}

const NEEDS_NEW_LOOK = "What patients read, or who they believe writes, has changed.";
const WHO_ANSWERS = "Who answers, how fast, or with which words has changed.";

/**
 * What each section of a plan means to a reviewer. The first path that fits counts; the last of a section takes all that
 * is left, so that no difference goes unsaid. Audience conditions, steps and flows have comparisons of their own.
 */
export const SETTINGS: readonly SettingKind[] = [
  {
    path: "identity/title",
    kind: "identity.title",
    about: "Title",
    rate: always("low", "Reviewers see it; patients do not."),
  },
  {
    path: "identity",
    kind: "identity",
    about: "The campaign",
    rate: always("high", "What the campaign is, when it runs, or which campaign goes first has changed."),
  },
  {
    path: "audience/fields",
    kind: "audience.fields",
    about: "Facts that are exported",
    rate: (before, after) =>
      after === undefined
        ? { direction: "REMOVED", risk: "low", because: "A fact is no longer read." }
        : {
            direction: presence(before, after),
            risk: "high",
            because: "Another fact about people is read, or it means something else.",
          },
  },
  {
    path: "audience/chosen_by",
    kind: "audience.chosen_by",
    about: "Chosen by clinical facts",
    rate: always("high", "Receiving a message can tell a clinical fact."),
  },
  {
    path: "audience/segments",
    kind: "audience.segments",
    about: "Segments",
    rate: always("medium", "Some people go another way through the campaign."),
  },
  {
    path: "audience",
    kind: "audience.setting",
    about: "Audience",
    rate: always("high", "Who is written to, or how often they come back, has changed."),
  },
  {
    path: "assign",
    kind: "audience.assign",
    about: "Holdout and test",
    rate: always("high", "Chance decides differently who receives what."),
  },
  {
    path: "consent",
    kind: "audience.consent",
    about: "Consent",
    rate: always("high", "On what consent people are written to has changed."),
  },
  {
    path: "languages",
    kind: "copy.languages",
    about: "Languages",
    rate: always("high", "Some people read another language than before."),
  },
  { path: "sender", kind: "copy.sender", about: "Sender", rate: always("high", NEEDS_NEW_LOOK) },
  { path: "windows/opens", kind: "timing.opens", about: "Hours: opens", rate: hours("earlier") },
  { path: "windows/closes", kind: "timing.closes", about: "Hours: closes", rate: hours("later") },
  {
    path: "windows/holidays",
    kind: "timing.holidays",
    about: "Holidays",
    rate: brake("Messages may leave on a day that was free."),
  },
  {
    path: "windows/days",
    kind: "timing.days",
    about: "Days of the week",
    rate: (before, after) =>
      presence(before, after) === "ADDED"
        ? { direction: "MORE", risk: "medium", because: "Messages may leave on one more day." }
        : { direction: "FEWER", risk: "low", because: "Messages may leave on fewer days." },
  },
  {
    path: "windows",
    kind: "timing.windows",
    about: "Hours",
    rate: always("medium", "When messages may leave has changed."),
  },
  {
    path: "caps",
    kind: "timing.caps",
    about: "Messages to one person",
    rate: limit("One person may be written to more often."),
  },
  {
    path: "pace/per_day",
    kind: "timing.pace",
    about: "People who enter in a day",
    rate: limit("More people are written to in a day."),
  },
  {
    path: "pace",
    kind: "timing.pace",
    about: "Pace",
    rate: limit("More people are written to in a day."),
  },
  {
    path: "stop",
    kind: "timing.stop",
    about: "What stops messages",
    rate: brake("People who were left alone before may be written to."),
  },
  {
    path: "pause",
    kind: "timing.pause",
    about: "What pauses messages",
    rate: brake("People are written to while they wait for an answer."),
  },
  {
    path: "flows/selection",
    kind: "privacy.selection",
    about: "Facts that choose people",
    rate: always("high", "Receiving a message tells something else than before."),
  },
  {
    path: "flows/pages",
    kind: "privacy.pages",
    about: "Landing pages",
    rate: always("medium", "Links lead to something else than before."),
  },
  {
    path: "flows",
    kind: "privacy.flows",
    about: "Patient data",
    rate: always("high", "Other facts reach somebody."),
  },
  {
    path: "assumptions",
    kind: "privacy.assumptions",
    about: "What the proof assumes",
    rate: always("high", "The proof rests on something else than before."),
  },
  {
    path: "declarations",
    kind: "privacy.declarations",
    about: "Stated facts",
    rate: always("high", "Somebody states something else than before."),
  },
  { path: "respond", kind: "operations.respond", about: "Who answers", rate: always("low", WHO_ANSWERS) },
  {
    path: "measure",
    kind: "operations.measure",
    about: "What is measured",
    rate: always("low", "What counts as success, or who is told of it, has changed."),
  },
];

/** The kind of a difference at this path of the plan; nothing for sections that have none. */
export function settingAt(path: readonly string[]): SettingKind | undefined {
  return SETTINGS.find(({ path: pattern }) =>
    pattern.split("/").every((part, index) => part === "*" || part === path[index]),
  );
}
