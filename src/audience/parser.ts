import { AudienceParser } from "./grammar.ts";

let parser: AudienceParser | undefined;

/** The one parser, made when the first condition is read: making it costs more than reading a hundred conditions. */
export function audienceParser(): AudienceParser {
  parser ??= new AudienceParser({ skipValidations: true });
  return parser;
}
