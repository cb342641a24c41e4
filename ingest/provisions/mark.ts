import type { ProvisionKind } from '../../domain/directive.ts';

/** Says that a unit begins a provision. */
export type Mark = {
  readonly kind: ProvisionKind;
  readonly label: string;
  /** Height in the tree, 0 for an annex; a provision reaches to the next mark that is not deeper. */
  readonly rank: number;
  /** Where in the unit's text the words after the label begin. */
  readonly wordsAt: number;
  /** A Phần, Chương, Mục or Tiểu mục of state form, which stands above Điều; the mục of party form is a rule itself. */
  readonly isDivision?: true;
};

/**
 * Where a unit belongs. `head`: before the first provision. `foot`: recipients and signatures. `form`: a blank form in
 * an annex, whose numbers are no provisions. `note`: what a publisher wrote about the document.
 */
export type Zone = 'head' | 'body' | 'foot' | 'form' | 'note';

/** Heights in the tree. Party form uses some of state form's; `letter` is its `A.`, the highest below an annex. */
export const RANK = {
  phu_luc: 0,
  letter: 0.5,
  phan: 1,
  chuong: 2,
  muc: 3,
  tieu_muc: 4,
  dieu: 5,
  khoan: 6,
  diem: 7,
  gach: 8,
} as const;

/** The marks and zones of a document's units, index by index, and what was doubtful. */
export type Recognised = {
  readonly marks: readonly (Mark | null)[];
  readonly zones: readonly Zone[];
  /** `state`: by Điều; `outline`: I. 1. 1.1. - a); `none`: no provisions at all. */
  readonly form: 'state' | 'outline' | 'none';
  readonly warnings: readonly string[];
};
