import type { Facts } from "../../analysis/index.ts";
import type { Campaign, Claim } from "../../model/index.ts";
import { law } from "../basis.ts";
import { workspaceRule } from "../rule.ts";
import { approvedGifts, namesAmount } from "./gifts.ts";

export default workspaceRule(
  {
    code: "L115",
    name: "incentive-yearly-limit",
    summary: "Gifts of several campaigns that add up to too much",
    why: "What one patient of Medicare or Medicaid may get in a year is one sum, whoever gives it. Two campaigns with a small gift each, or one that people enter again and again, can pass it without anybody noticing.",
    remedy: "Give less, leave the gift to one campaign, or let people enter once a year (`re_enter: never`).",
    basis: law("42 U.S.C. 1320a-7a(a)(5)", "OIG policy statement on gifts of nominal value, 7 December 2016"),
    severity: "error",
    waivable: "compliance",
    limits: ["gifts_a_year"],
    examples: {
      good: [
        {
          title: "One small gift, once",
          edit: "library/claims.yaml:\n-      en: After you book, we send your visit time and place.\n+      en: After your visit, you get a mug worth $12 as a small gift.\n=\ncampaign.yaml:\n owner: north_scheduling\n+re_enter: never",
        },
      ],
      bad: [
        {
          title: "A gift each month",
          edit: "library/claims.yaml:\n-      en: After you book, we send your visit time and place.\n+      en: After your visit, you get a mug worth $12 as a small gift.",
          marks: ["visit_details_by_text"],
        },
      ],
    },
  },
  function* ({ campaigns, library, packs }, facts) {
    // Reading what every campaign says is worth the time only where something could add up.
    if (![...library.claims.values()].some(namesAmount)) return;
    const most = Math.min(...packs.counts("gifts_a_year").map(({ value }) => value));
    const given = campaigns.map((campaign) => giftsOf(campaign, facts)).filter(({ year }) => year > 0);
    const sum = given.reduce((before, { year }) => before + year, 0);
    const [greatest] = given.toSorted((a, b) => b.year - a.year);
    const claim = greatest?.claims[0];
    if (sum <= most || greatest === undefined || claim === undefined) return;
    const parts = given.map(({ campaign, year, times }) =>
      times === 1 ? `${year} in ${campaign.id}` : `${year} in ${campaign.id}, entered ${times} times`,
    );
    yield {
      at: claim.at,
      message: `one person can get ${sum} dollars in a year, and ${most} are allowed: ${parts.join("; ")}`,
      related: given.flatMap(({ campaign, claims }) =>
        claims.map((other) => ({ at: other.at, message: `given in ${campaign.id}` })),
      ),
    };
  },
);

interface Given {
  readonly campaign: Campaign;
  readonly claims: readonly Claim[];
  /** How often one person can be in the campaign within a year. */
  readonly times: number;
  /** Dollars for one person in a year. */
  readonly year: number;
}

const DAYS_OF_YEAR = 365;

/** What a campaign gives one person in a year; a claim that several messages repeat is one gift. */
function giftsOf(campaign: Campaign, facts: Facts): Given {
  const worth = new Map<Claim, number>();
  for (const outlet of [...facts.outletsOf(campaign), ...facts.answersOf(campaign)]) {
    for (const gift of approvedGifts(outlet))
      worth.set(gift.claim, Math.max(worth.get(gift.claim) ?? 0, gift.worth));
  }
  const days = campaign.goal?.withinDays ?? DAYS_OF_YEAR;
  const times = campaign.reEnter === "never" ? 1 : Math.max(1, Math.ceil(DAYS_OF_YEAR / Math.max(1, days)));
  const once = [...worth.values()].reduce((before, dollars) => before + dollars, 0);
  return { campaign, claims: [...worth.keys()], times, year: once * times };
}
