import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { DOCUMENT_TEXTS } from './documentTexts.ts';
import { lineWidth, paragraphOf } from './docxLayout.ts';
import type { Report } from './report.ts';

const centred = { alignment: AlignmentType.CENTER } as const;
const solid = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } as const;

/** The head of the first page down to the document's title, and the mark where there is one. */
export function documentHead(report: Report, party: boolean): readonly (Table | Paragraph)[] {
  return [
    twoColumns(officeSide(report, party), nationSide(report, party)),
    paragraphOf(
      report.kind,
      { ...centred, heading: HeadingLevel.HEADING_1, spacing: { before: 360 } },
      { bold: true },
    ),
    paragraphOf(report.title, centred, { bold: true }),
    shortLine(3200),
    ...(report.mark === null ? [] : [markLine(report.mark)]),
  ];
}

/** A table without lines over the whole width: the left side a little narrower, as the right holds the longer words. */
export function twoColumns(left: readonly Paragraph[], right: readonly Paragraph[]): Table {
  const total = lineWidth(false);
  const widths = [Math.round(total * 0.42), total - Math.round(total * 0.42)];
  return new Table({
    width: { size: total, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    margins: { left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [left, right].map(
          (children, at) =>
            new TableCell({ width: { size: widths[at] ?? 0, type: WidthType.DXA }, children: [...children] }),
        ),
      }),
    ],
  });
}

/** Who issues it, and the blank for its number. */
export function officeSide(
  { superior, office }: Pick<Report, 'superior' | 'office'>,
  party: boolean,
): readonly Paragraph[] {
  return [
    ...(superior === null ? [] : [paragraphOf(inTwoLines(superior), centred, { size: 26 })]),
    paragraphOf(inTwoLines(office), centred, { size: 26, bold: true }),
    party ? paragraphOf('*', centred, { size: 26 }) : shortLine(1300, 1300),
    paragraphOf(party ? DOCUMENT_TEXTS.partyNumber : DOCUMENT_TEXTS.stateNumber, centred, { size: 26 }),
  ];
}

/** As offices break their own names: `ỦY BAN NHÂN DÂN` above `TỈNH LAM GIANG`. */
function inTwoLines(name: string): string {
  return name.replace(/^((?:ỦY BAN|UỶ BAN|HỘI ĐỒNG) NHÂN DÂN) (?=\S)/u, '$1\n');
}

/** Quốc hiệu and tiêu ngữ or the party's name, place and day. */
export function nationSide(
  { place, date }: Pick<Report, 'place' | 'date'>,
  party: boolean,
): readonly Paragraph[] {
  const placeAndDate = paragraphOf(
    DOCUMENT_TEXTS.placeAndDate(place, date.split('-')),
    { ...centred, spacing: { before: 120 } },
    { italics: true, size: 26 },
  );
  if (party) {
    return [
      paragraphOf(DOCUMENT_TEXTS.party, centred, { bold: true, size: 28 }),
      shortLine(900, 900),
      placeAndDate,
    ];
  }
  return [
    paragraphOf(DOCUMENT_TEXTS.state, centred, { bold: true, size: 24 }),
    paragraphOf(DOCUMENT_TEXTS.motto, centred, { bold: true, size: 26 }),
    shortLine(1250, 1250),
    placeAndDate,
  ];
}

/** A line in the middle of its column: an empty paragraph with a border above, indented at both sides, in twips. */
function shortLine(left: number, right = left): Paragraph {
  return new Paragraph({
    indent: { left, right },
    border: { top: solid },
    spacing: { before: 80, after: 20, line: 60, lineRule: 'exact' },
  });
}

function markLine(mark: string): Paragraph {
  const border = { ...solid, color: 'A3301F', space: 4 };
  return paragraphOf(
    mark,
    {
      ...centred,
      border: { top: border, bottom: border, left: border, right: border },
      indent: { left: 1400, right: 1400 },
      spacing: { before: 200, after: 200 },
    },
    { bold: true, color: 'A3301F', size: 26 },
  );
}
