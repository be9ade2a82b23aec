/** What may be given to a patient of Medicare or Medicaid without being an inducement, in dollars (OIG, 7 December 2016). */
export const INCENTIVE_LIMITS = { perItem: 15, perYear: 75 } as const;
