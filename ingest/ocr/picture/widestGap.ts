/** A run of columns: the first, and how many. */
export type Gap = { readonly from: number; readonly width: number };

/** The widest run of empty columns from `from` up to before `to` (a run's last column is not counted); width 0 where there is none. */
export function widestGap(from: number, to: number, isEmpty: (column: number) => boolean): Gap {
  let best: Gap = { from, width: 0 };
  let start = from;
  for (let column = from; column < to; column += 1) {
    if (!isEmpty(column)) start = column + 1;
    else if (column - start > best.width) best = { from: start, width: column - start };
  }
  return best;
}
