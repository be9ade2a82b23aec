/**
 * A text from outside as a log may hold it: one line, not long, and without the secrets and addresses that are named.
 * Servers answer with what they were sent ("550 <ana@…> unknown"), and some with the header that they did not like.
 *
 * @example redacted("401: bad token s3cr3t-token", ["s3cr3t-token"]) // "401: bad token (hidden)"
 */
export function redacted(text: string, hidden: readonly string[]): string {
  const forms = hidden
    .filter((secret) => secret !== "")
    .flatMap((secret) => [secret, encodeURIComponent(secret), Buffer.from(secret).toString("base64")])
    .sort((a, b) => b.length - a.length);
  const safe = forms.reduce((line, form) => line.replaceAll(form, "(hidden)"), text);
  const line = safe.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
