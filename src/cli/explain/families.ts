/** What the letter of a code stands for, in the order of the index. */
export const FAMILIES: ReadonlyMap<string, string> = new Map([
  ["S", "Reading the files"],
  ["M", "Names, types and settings"],
  ["P", "Privacy"],
  ["C", "Consent and opting out"],
  ["T", "Time"],
  ["X", "Text messages and links"],
  ["E", "Email"],
  ["V", "Phone calls"],
  ["L", "Claims"],
  ["W", "Wording"],
  ["A", "Language and access"],
  ["K", "Campaigns"],
  ["R", "Review"],
  ["Z", "Defects in Recare"],
]);
