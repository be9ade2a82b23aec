/**
 * The part of SARIF 2.1.0 that is written here, closed: what the standard's own schema says of each of these objects,
 * and nothing that we do not write.
 *
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
const closed = (required: readonly string[], properties: object) => ({
  type: "object",
  additionalProperties: false,
  required,
  properties,
});
const list = (items: object) => ({ type: "array", items });
const positive = { type: "integer", minimum: 1 };
const level = { enum: ["none", "note", "warning", "error"] };

/** 3.11; brackets that are no link stand behind a backslash. */
const message = closed(["text"], {
  text: { type: "string", pattern: "^(?:[^\\\\\\[\\]]|\\\\[\\\\\\[\\]])*$" },
});
/** 3.29, 3.4, 3.30: a URI reference has only these characters (RFC 3986, 2). */
const physicalLocation = closed(["artifactLocation", "region"], {
  artifactLocation: closed(["uri"], {
    uri: { type: "string", pattern: "^(?:[A-Za-z0-9._~!*'()/-]|%[0-9A-F]{2})*$" },
  }),
  region: closed(["startLine", "startColumn", "endLine", "endColumn"], {
    startLine: positive,
    startColumn: positive,
    endLine: positive,
    endColumn: positive,
  }),
});
/** 3.28. */
const location = closed(["physicalLocation"], {
  id: { type: "integer", minimum: 0 },
  physicalLocation,
  logicalLocations: list(closed(["fullyQualifiedName"], { fullyQualifiedName: { type: "string" } })),
  message,
});
/** 3.27. */
const result = closed(["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"], {
  ruleId: { type: "string" },
  ruleIndex: { type: "integer", minimum: 0 },
  level,
  message,
  locations: { ...list(location), minItems: 1, maxItems: 1 },
  relatedLocations: { ...list(location), uniqueItems: true, maxItems: 100 },
  partialFingerprints: { type: "object", additionalProperties: { type: "string" } },
  /** 3.35. */
  suppressions: {
    ...list(
      closed(["kind", "status", "justification"], {
        kind: { enum: ["inSource", "external"] },
        status: { enum: ["accepted", "underReview", "rejected"] },
        justification: { type: "string", minLength: 1 },
        location,
      }),
    ),
    uniqueItems: true,
  },
});
/** 3.49. */
const rule = closed(["id"], {
  id: { type: "string" },
  name: { type: "string" },
  shortDescription: message,
  fullDescription: message,
  help: message,
  defaultConfiguration: closed(["level"], { level }),
});
/** 3.20. */
const invocation = closed(["executionSuccessful"], {
  executionSuccessful: { type: "boolean" },
  toolExecutionNotifications: list(closed(["message"], { level, message })),
});

export const SARIF_SUBSET = closed(["$schema", "version", "runs"], {
  $schema: { type: "string" },
  version: { const: "2.1.0" },
  runs: {
    ...list(
      closed(["tool", "columnKind", "results"], {
        tool: closed(["driver"], {
          driver: closed(["name"], {
            name: { type: "string" },
            semanticVersion: { type: "string", pattern: "^\\d+\\.\\d+\\.\\d+" },
            rules: { ...list(rule), uniqueItems: true },
          }),
        }),
        columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
        invocations: list(invocation),
        results: { ...list(result), maxItems: 25_000 },
      }),
    ),
    minItems: 1,
  },
});
