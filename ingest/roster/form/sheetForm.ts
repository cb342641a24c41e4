import type { Column } from './columnTypes.ts';

/** A sheet of the form: its name and its columns from left to right. */
export type SheetForm<Row> = {
  readonly name: string;
  readonly synonyms: readonly string[];
  /** Without it there is no roster. */
  readonly required: boolean;
  readonly columns: { readonly [Key in keyof Row]-?: Column<Row[Key]> };
};

/** What the columns of a form read. */
export type RowOf<Form> = Form extends SheetForm<infer Row> ? Row : never;

export function sheetForm<Row>(
  name: string,
  synonyms: readonly string[],
  columns: SheetForm<Row>['columns'],
  required = false,
): SheetForm<Row> {
  return { name, synonyms, required, columns };
}
