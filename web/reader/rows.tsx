import type { JSX, RefObject } from 'preact';
import type { Span } from '../route.ts';
import { texts } from '../texts.ts';
import { useOverflow } from '../useOverflow.ts';
import { cellsOf, overlap, type Piece } from './directiveText.ts';
import { Words } from './words.tsx';

type RowsProps = {
  readonly rows: readonly Piece[];
  readonly text: string;
  /** The marked stretch of the text. */
  readonly span: Span | null;
  /** Given to the first marked stretch. */
  readonly mark: RefObject<HTMLElement | null> | null;
};

/** The rows of a table of the document, which scroll inside their own frame on a narrow window. */
export function Rows({ rows, text, span, mark }: RowsProps): JSX.Element {
  const [watch, overflows] = useOverflow();
  const cells = rows.map((row) => cellsOf(text, row));
  const columns = Math.max(...cells.map((row) => row.length));
  const firstMarked = cells.flat().find((cell) => overlap(cell, span) !== null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      ref={watch}
      class="table rows"
      role="group"
      tabIndex={overflows ? 0 : undefined}
      aria-label={texts.table.name}
    >
      <table>
        <tbody>
          {cells.map((row, at) => (
            <tr key={rows[at]?.start}>
              {row.map((cell, column) => (
                <td
                  key={cell.start}
                  colSpan={column === row.length - 1 && row.length < columns ? columns - column : undefined}
                >
                  <Words
                    text={text}
                    span={cell}
                    marked={overlap(cell, span)}
                    mark={cell === firstMarked ? mark : null}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
