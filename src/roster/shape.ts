import type { FieldType } from "../audience/index.ts";
import type { Column, ColumnType, TableName } from "./table.ts";
import { columnOf, ROSTER_TABLES, tableOfRoot } from "./tables.ts";

/** What a roster needs to know of a declared field: a plan's `audience.fields` and a library's fields both say it. */
export interface RosterField {
  readonly path: string;
  readonly type: FieldType["kind"];
  /** The codes of a one-of or many-of field. */
  readonly values: readonly string[];
  readonly blankMeansNo: boolean;
}

/** A column to read: documented, asked for by a field, or both. */
export interface ShapedColumn extends Column {
  readonly field: RosterField | undefined;
}

/** The columns that are read of each table: nothing else of a source is looked at. */
export type RosterShape = ReadonlyMap<TableName, readonly ShapedColumn[]>;

/** A field that is declared as another type than its documented column has. */
export interface ShapeConflict {
  readonly field: RosterField;
  readonly documented: ColumnType;
}

const OF_FIELD: Readonly<Record<FieldType["kind"], ColumnType>> = {
  "yes-no": "yes-no",
  "one-of": "code",
  "many-of": "list",
  code: "code",
  number: "number",
  date: "date",
  text: "text",
  name: "text",
  phone: "text",
};

/**
 * The documented columns, and one more for each field that has none. Fields that the judge works out and fields of clinics
 * are no columns, and must not be given.
 *
 * @example rosterShape([{ path: "patient.hospice", type: "yes-no", values: [], blankMeansNo: true }]).get("patients")
 */
export function rosterShape(fields: readonly RosterField[]): RosterShape {
  return new Map(
    ROSTER_TABLES.map((table) => {
      const own = fieldsOf(table.name, fields);
      const documented = table.columns.map(
        (column): ShapedColumn => ({ ...column, field: own.get(column.name) }),
      );
      const further = [...own]
        .filter(([name]) => columnOf(table, name) === undefined)
        .map(
          ([name, field]): ShapedColumn => ({
            name,
            type: OF_FIELD[field.type],
            required: false,
            meaning: `The field ${field.path}.`,
            field,
          }),
        );
      return [table.name, [...documented, ...further]];
    }),
  );
}

/** Fields whose declared type is not that of their documented column: whoever is right, a value would be misread. */
export function shapeConflicts(fields: readonly RosterField[]): readonly ShapeConflict[] {
  return ROSTER_TABLES.flatMap((table) =>
    [...fieldsOf(table.name, fields)].flatMap(([name, field]) => {
      const documented = columnOf(table, name)?.type;
      const written = OF_FIELD[field.type];
      const areBothText = isText(documented) && isText(written);
      return documented === undefined || documented === written || areBothText ? [] : [{ field, documented }];
    }),
  );
}

/** Text and codes are stored alike. */
function isText(type: ColumnType | undefined): boolean {
  return type === "text" || type === "code";
}

function fieldsOf(table: TableName, fields: readonly RosterField[]): ReadonlyMap<string, RosterField> {
  return new Map(
    fields.flatMap((field): [string, RosterField][] => {
      const [root = "", name = ""] = field.path.split(".");
      return tableOfRoot(root)?.name === table ? [[name, field]] : [];
    }),
  );
}
