import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bind } from "../../src/database/placeholders.ts";
import { unportable } from "../../src/database/portable.ts";
import { sqlTokens } from "../../src/database/tokens.ts";

describe("placeholders", () => {
  it("are found outside literals, quoted names, comments and casts alone", () => {
    const sql = `SELECT ':a', ":a", x::text -- :a
      /* :a */ FROM t WHERE y = :a AND z = :b_2 AND 'it''s :a' = :a`;
    const { sql: bound, values } = bind(sql, { a: 1, b_2: "two" });
    expect(bound).toBe(sql.replace("y = :a", "y = $1").replace(":b_2", "$2").replace("= :a", "= $1"));
    expect(values).toEqual([1, "two"]);
  });

  it("need a value each, and each value a placeholder", () => {
    expect(() => bind("SELECT :a")).toThrow("The placeholder :a has no value.");
    expect(() => bind("SELECT :toString")).toThrow(":toString has no value");
    expect(() => bind("SELECT 1", { a: 1 })).toThrow('The value "a" has no placeholder.');
  });

  it("never see what stands in a literal, whatever it is", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const literal = `'${text.replaceAll("'", "''")}'`;
        expect(bind(`SELECT ${literal}, :a`, { a: 1 }).sql).toBe(`SELECT ${literal}, $1`);
      }),
    );
  });
});

describe("tokens", () => {
  it("joined are the text again", () => {
    const sql = "SELECT \"a\"\"b\", 'c''d' FROM t -- end\nWHERE x<>1.5";
    expect(
      sqlTokens(sql)
        .map(({ text }) => text)
        .join(""),
    ).toBe(sql);
  });

  it("stop at a quote that is not closed", () => {
    expect(() => sqlTokens("SELECT 'open")).toThrow("character 8");
  });
});

describe("portable SQL", () => {
  it.each([
    ["SELECT ts + INTERVAL 1 DAY FROM t", ["INTERVAL"]],
    ["SELECT list_sort(x)::TEXT FROM t", ["list_sort(…)", "::"]],
    ["SELECT x FROM t QUALIFY ROW_NUMBER() OVER (ORDER BY x) = 1", ["QUALIFY"]],
    ["SELECT DISTINCT ON (a) a FROM t", ["DISTINCT ON"]],
    ["SELECT hash(a), now() FROM t", ["hash(…)", "now(…)"]],
    ["SELECT ts AT TIME ZONE 'UTC', a ILIKE 'b', [1] FROM t", ["ZONE", "ILIKE", "[", "]"]],
    ["SELECT COUNT(*) FILTER (WHERE a) FROM t", ["FILTER"]],
  ])("says what is not in %s", (sql, found) => {
    expect(unportable(sql)).toEqual(found);
  });

  it("lets the list's functions and the grammar's parentheses through", () => {
    const sql = `WITH a AS (SELECT COUNT(*) AS n, SUBSTR(MD5(x || '|' || y), 1, 8) AS h FROM t GROUP BY x)
      SELECT ROW_NUMBER() OVER (PARTITION BY n ORDER BY h COLLATE "C") FROM a
      WHERE n IN (1, 2) AND NOT (h = 'hash(x)') AND EXISTS (SELECT 1 AS one FROM u)`;
    expect(unportable(sql)).toEqual([]);
  });
});
