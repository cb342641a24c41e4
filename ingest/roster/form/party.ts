import { fold } from '../../../vietnamese/text.ts';
import { read, textOf } from '../readValue.ts';
import { type Column, yesNo } from './columnTypes.ts';

/** On probation, as the cell says it: neither a member yet nor surely none. */
export type Probationary = { readonly probationary: string };

const PROBATION = /\bdu bi\b|^(?:dvdb|db)$/;

/** Whether somebody is a member of the Party. */
export function partyColumn(names: Parameters<typeof yesNo>[0]): Column<boolean | Probationary | null> {
  const { read: readYesNo, ...column } = yesNo(names, {
    yes: ['dang vien', 'dv', 'dang vien chinh thuc', 'chinh thuc'],
    no: ['quan chung', 'chua vao dang', 'chua ket nap'],
  });
  return {
    ...column,
    read: (cell) => {
      const text = textOf(cell);
      return PROBATION.test(fold(text)) ? read({ probationary: text }) : readYesNo(cell);
    },
    write: (value) => (typeof value === 'boolean' ? column.write(value) : null),
  };
}
