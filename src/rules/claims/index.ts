import type { Rule } from "../rule.ts";
import benefitAccuracy from "./benefit-accuracy.ts";
import claimEvidenceMissing from "./claim-evidence-missing.ts";
import claimExpired from "./claim-expired.ts";
import claimNearMatch from "./claim-near-match.ts";
import claimNoGuarantee from "./claim-no-guarantee.ts";
import claimStatisticSourced from "./claim-statistic-sourced.ts";
import claimTestimonial from "./claim-testimonial.ts";
import claimUnapproved from "./claim-unapproved.ts";
import claimWrongChannel from "./claim-wrong-channel.ts";
import claimWrongLocation from "./claim-wrong-location.ts";
import claimWrongScenario from "./claim-wrong-scenario.ts";
import freeOfferDisclosure from "./free-offer-disclosure.ts";
import incentiveLimit from "./incentive-limit.ts";
import incentiveYearlyLimit from "./incentive-yearly-limit.ts";
import telehealthAvailability from "./telehealth-availability.ts";

/** Claims and offers: L, in the order of codes. */
export const CLAIMS: readonly Rule[] = [
  claimUnapproved,
  claimExpired,
  claimWrongChannel,
  claimWrongScenario,
  claimEvidenceMissing,
  claimNearMatch,
  incentiveLimit,
  claimNoGuarantee,
  claimStatisticSourced,
  claimTestimonial,
  claimWrongLocation,
  freeOfferDisclosure,
  telehealthAvailability,
  benefitAccuracy,
  incentiveYearlyLimit,
];
