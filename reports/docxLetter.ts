import { AlignmentType, Document, LineRuleType, Packer, type Paragraph, type Table } from 'docx';
import { plainText } from './cellValue.ts';
import { DOCUMENT_TEXTS } from './documentTexts.ts';
import { documentFoot, pageHeader } from './docxFrame.ts';
import { nationSide, officeSide, twoColumns } from './docxHead.ts';
import { A4, FONT, MARGINS, paragraphOf } from './docxLayout.ts';
import { isPartyOffice } from './office.ts';
import type { OfficialLetter } from './officialLetter.ts';

const centred = { alignment: AlignmentType.CENTER } as const;
const body = {
  alignment: AlignmentType.JUSTIFIED,
  indent: { firstLine: 720 },
  spacing: { before: 120, line: 276, lineRule: LineRuleType.AUTO },
} as const;

/** The letter as a document: head, addressee, grounds, body, recipients and room for the signature. */
export async function writeLetter(given: OfficialLetter): Promise<Uint8Array> {
  const letter = plainLetter(given);
  const marks = [DOCUMENT_TEXTS.draft, ...(letter.mark === null ? [] : [letter.mark])];
  const document = new Document({
    creator: DOCUMENT_TEXTS.creator,
    title: letter.subject,
    styles: { default: { document: { run: { font: FONT, size: 28, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: { titlePage: true, page: { size: A4, margin: MARGINS } },
        headers: pageHeader(marks.join(' – '), true),
        children: [
          ...marks.map((mark) =>
            paragraphOf(mark, { alignment: AlignmentType.RIGHT }, { bold: true, color: 'A3301F', size: 26 }),
          ),
          headOf(letter),
          paragraphOf(
            DOCUMENT_TEXTS.addressee,
            { ...centred, spacing: { before: 360, after: 240 } },
            { size: 28 },
          ),
          ...letter.grounds.map((ground, at) =>
            paragraphOf(`${ground}${at === letter.grounds.length - 1 ? '.' : ';'}`, body, { italics: true }),
          ),
          ...letter.paragraphs.map((text) => paragraphOf(text, body)),
          ...documentFoot(DOCUMENT_TEXTS.replyRecipients),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function plainLetter(letter: OfficialLetter): OfficialLetter {
  return {
    ...letter,
    superior: letter.superior === null ? null : plainText(letter.superior),
    office: plainText(letter.office),
    place: plainText(letter.place),
    subject: plainText(letter.subject),
    grounds: letter.grounds.map(plainText),
    paragraphs: letter.paragraphs.map(plainText),
  };
}

/** A công văn bears no name of its kind: its trích yếu stands below the number. */
function headOf({ superior, office, place, year, subject }: OfficialLetter): Table {
  const party = isPartyOffice(office, superior);
  const left: readonly Paragraph[] = [
    ...officeSide({ superior, office }, party),
    paragraphOf(subject, centred, { size: 24 }),
  ];
  return twoColumns(left, nationSide({ place, date: `${year}-……-……` }, party));
}
