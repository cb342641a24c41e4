import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Block } from '../../bot/message.ts';
import { texts } from '../texts.ts';
import { useOverflow } from '../useOverflow.ts';

type TableBlock = Extract<Block, { kind: 'table' }>;

/** A cell up to this length (UTF-16 units) stands on one line, such as a code or a figure. */
const shortCell = 12;
/** A cell longer than this is a small text, whose column must not become a ribbon. */
const longCell = 60;

/** How the cells of each column look: to which side they stand, and how much room they need. */
function looksOf({ columns, rows }: TableBlock): readonly string[] {
  return columns.map(({ label, align }, column) => {
    const longest = Math.max(label.length, ...rows.map((row) => (row[column] ?? '').length));
    return `${align} ${longest > longCell ? 'long' : longest <= shortCell ? 'short' : ''}`.trim();
  });
}

/** Rows and columns; on a narrow window they scroll inside their own frame, by finger and by keyboard. */
export function Table({ block }: { readonly block: TableBlock }): JSX.Element {
  const { title, columns, rows } = block;
  const caption = useId();
  const [watch, overflows] = useOverflow();
  const looks = looksOf(block);
  const named = title === null ? { 'aria-label': texts.table.name } : { 'aria-labelledby': caption };
  return (
    // A frame in which nothing is hidden is no stop on the way of the keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div ref={watch} class="table" role="group" tabIndex={overflows ? 0 : undefined} {...named}>
      <table>
        {title !== null && (
          <caption>
            <span id={caption}>{title}</span>
          </caption>
        )}
        <thead>
          <tr>
            {columns.map(({ label }, index) =>
              // An empty heading would be read out as one that says nothing.
              label.trim() === '' ? (
                <td key={index} />
              ) : (
                <th key={index} scope="col" class={looks[index]}>
                  {label}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) =>
                column === 0 && columns[0]?.align === 'left' && cell.trim() !== '' ? (
                  <th key={column} scope="row" class={looks[column]}>
                    {cell}
                  </th>
                ) : (
                  <td key={column} class={looks[column]}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={Math.max(columns.length, 1)}>{texts.table.noRows}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
