import { AlignmentType, Header, PageNumber, Paragraph, type Table, TextRun } from 'docx';
import { DOCUMENT_TEXTS } from './documentTexts.ts';
import { twoColumns } from './docxHead.ts';
import { paragraphOf } from './docxLayout.ts';

const centred = { alignment: AlignmentType.CENTER } as const;

/** Page numbers from the second page on; the mark of samples on every page after the first, which has it under its title. */
export function pageHeader(mark: string | null, firstSection: boolean): { default: Header; first?: Header } {
  const numbered = new Header({
    children: [
      new Paragraph({ ...centred, children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })] }),
      ...(mark === null ? [] : [paragraphOf(mark, centred, { bold: true, color: 'A3301F', size: 20 })]),
    ],
  });
  return firstSection
    ? { default: numbered, first: new Header({ children: [new Paragraph({})] }) }
    : { default: numbered };
}

/** Nơi nhận at the left, room for the signature at the right. */
export function documentFoot(
  recipients: readonly string[] = DOCUMENT_TEXTS.recipientLines,
): readonly (Table | Paragraph)[] {
  return [
    new Paragraph({ keepNext: true }),
    twoColumns(
      [
        paragraphOf(DOCUMENT_TEXTS.recipients, {}, { bold: true, italics: true, size: 24 }),
        ...recipients.map((line) => paragraphOf(line, {}, { size: 22 })),
      ],
      [
        paragraphOf(DOCUMENT_TEXTS.signer, centred, { bold: true, size: 26 }),
        paragraphOf(DOCUMENT_TEXTS.signHere, centred, { italics: true, size: 24 }),
        new Paragraph({ spacing: { before: 1200 } }),
      ],
    ),
  ];
}
