import { Option } from "commander";

/** Where the ledger is: the same for every command that reads or writes it. */
export function ledgerOption(): Option {
  return new Option("--ledger <file|url>", "the ledger: a DuckDB file or postgres://…").default(
    "recare-ledger.duckdb",
  );
}
