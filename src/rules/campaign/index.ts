import type { Rule } from "../rule.ts";
import abNonclinicalOnly from "./ab-nonclinical-only.ts";
import attributionId from "./attribution-id.ts";
import audienceNeverMatches from "./audience-never-matches.ts";
import campaignNeverRuns from "./campaign-never-runs.ts";
import campaignsOverlap from "./campaigns-overlap.ts";
import capacityCheck from "./capacity-check.ts";
import conditionAlwaysTrue from "./condition-always-true.ts";
import coreMessageConsistent from "./core-message-consistent.ts";
import dataHygieneGates from "./data-hygiene-gates.ts";
import firstContactLate from "./first-contact-late.ts";
import holdoutWhereCareIsWithheld from "./holdout-where-care-is-withheld.ts";
import landingConsistent from "./landing-consistent.ts";
import linkUntested from "./link-untested.ts";
import longLapsedWritten from "./long-lapsed-written.ts";
import metricPerSegment from "./metric-per-segment.ts";
import othersRouteMissing from "./others-route-missing.ts";
import ownerMissing from "./owner-missing.ts";
import partnerTerms from "./partner-terms.ts";
import reactivationDefined from "./reactivation-defined.ts";
import replyKindUnanswered from "./reply-kind-unanswered.ts";
import responseTargetMissing from "./response-target-missing.ts";
import segmentShadowed from "./segment-shadowed.ts";
import segmentUncovered from "./segment-uncovered.ts";
import segmentUnused from "./segment-unused.ts";
import sequenceShape from "./sequence-shape.ts";
import staffBrief from "./staff-brief.ts";
import stepUnreachable from "./step-unreachable.ts";
import successByClicks from "./success-by-clicks.ts";
import tooManyActions from "./too-many-actions.ts";
import urgentRouteMissing from "./urgent-route-missing.ts";

/** Campaigns as a whole: K, in the order of codes. */
export const CAMPAIGN: readonly Rule[] = [
  ownerMissing,
  responseTargetMissing,
  urgentRouteMissing,
  successByClicks,
  tooManyActions,
  audienceNeverMatches,
  segmentShadowed,
  campaignsOverlap,
  stepUnreachable,
  othersRouteMissing,
  conditionAlwaysTrue,
  replyKindUnanswered,
  holdoutWhereCareIsWithheld,
  segmentUncovered,
  campaignNeverRuns,
  reactivationDefined,
  metricPerSegment,
  attributionId,
  sequenceShape,
  coreMessageConsistent,
  landingConsistent,
  abNonclinicalOnly,
  partnerTerms,
  staffBrief,
  segmentUnused,
  capacityCheck,
  linkUntested,
  dataHygieneGates,
  firstContactLate,
  longLapsedWritten,
];
