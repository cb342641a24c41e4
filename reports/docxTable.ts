import {
  AlignmentType,
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { readCell, writeCell } from './cellValue.ts';
import { columnNeeds, shareOut } from './columnWidths.ts';
import { DOCUMENT_TEXTS } from './documentTexts.ts';
import { lineWidth, paragraphOf } from './docxLayout.ts';
import type { ReportTable } from './report.ts';

const size = 24;
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const margins = { top: 40, bottom: 40, left: 80, right: 80 } as const;

/**
 * A table over the whole width whose header is repeated on every page; figures at the right, with the decimal comma.
 * `last`: its last rows stay on the page of what follows, so that no signature stands alone.
 */
export function tableOf(table: ReportTable, { wide, last }: { wide: boolean; last: boolean }): Table {
  const total = lineWidth(wide);
  const widths = shareOut(columnNeeds(table), total);
  const width = (at: number) => ({ size: widths[at] ?? 0, type: WidthType.DXA });
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(
      ({ label }, at) =>
        new TableCell({
          width: width(at),
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            paragraphOf(label, { alignment: AlignmentType.CENTER, keepNext: true }, { bold: true, size }),
          ],
        }),
    ),
  });
  const rows = table.rows.map(
    (row, at) =>
      new TableRow({
        cantSplit: true,
        keepNext: last && at >= table.rows.length - 2,
        children: table.columns.map(({ kind }, at) => {
          const value = readCell(row[at], kind);
          const figure = value.kind === 'number' || value.kind === 'percent' || value.kind === 'date';
          return new TableCell({
            width: width(at),
            children: [
              paragraphOf(
                writeCell(value),
                { alignment: figure ? AlignmentType.RIGHT : AlignmentType.LEFT },
                { size },
              ),
            ],
          });
        }),
      }),
  );
  return new Table({
    width: { size: total, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: rows.length === 0 ? [header, emptyRow(table.columns.length)] : [header, ...rows],
  });
}

function emptyRow(columns: number): TableRow {
  return new TableRow({
    children: [
      new TableCell({
        columnSpan: columns,
        children: [
          paragraphOf(DOCUMENT_TEXTS.noRows, { alignment: AlignmentType.CENTER }, { italics: true, size }),
        ],
      }),
    ],
  });
}
