import type { IsoDate } from '../../domain/directive.ts';
import { parseDate } from '../../vietnamese/dates.ts';
import {
  DOCUMENT_TYPES,
  type DocumentNumber,
  documentType,
  findDocumentNumbers,
} from '../../vietnamese/documentNumber.ts';
import { endsSentence, isCapitals, isUnfinished, startsSmall } from '../normalise/sentence.ts';
import type { Unit } from '../normalise/units.ts';
import { capitalised, isInfoLine } from './declared.ts';
import { issuerLines } from './issuer.ts';
import { typeOfLine } from './typeLine.ts';

/** What a document's own first page says. */
export type Letterhead = {
  readonly number: DocumentNumber | null;
  readonly type: string | null;
  /** The issuing agency as printed, in capitals. */
  readonly issuer: string | null;
  readonly issued: IsoDate | null;
  readonly place: string | null;
  readonly title: string | null;
  /** Whether the page has the form of an issued document: the state's or the party's motto, a number, a title line. */
  readonly isForm: boolean;
};

const NUMBER_LINE =
  /^(?:(Luật|Bộ luật|Nghị quyết|Pháp lệnh|Lệnh)\s+)?[Ss]ố\s*(?:hiệu|ký hiệu)?\s*[:.]?\s*(?=[\d/…._])/u;
const PLACE_AND_DATE =
  /(?:^|\s)(\p{Lu}[\p{L}\d .'-]{0,40}?)\s*,\s*ngày\s*([\d.…_ ]*)\s*tháng\s*([\d.…_ ]*)\s*năm\s*([\d.…_ ]*)[^\p{L}\d]*$/u;
const ABOUT = /^(?:V\/[vV]|Về việc)\s*:?\s*/u;
const TITLE_ENDS =
  /^(?:Căn cứ|Theo đề nghị|Xét|Thực hiện|Kính gửi|Thi hành|Để |Nhằm |Số\s*:|Sau |Trên cơ sở|\(|\*+$|[-–—_]{2,})/u;

/** Reads the head of a document: the units before its first provision. */
export function readLetterhead(head: readonly Unit[]): Letterhead {
  const numbered = readNumber(head);
  const titled = readTitle(head);
  const { place, issued } = readPlaceAndDate(head);
  const lines = issuerLines(head);
  const type =
    titled.type ?? numbered.type ?? (numbered.number === null ? null : documentType(numbered.number));
  return {
    number: numbered.number,
    type,
    issuer: lines.issuer,
    issued,
    place,
    title: titled.title,
    isForm: lines.hasMotto || numbered.number !== null || titled.hasTypeLine,
  };
}

function readNumber(head: readonly Unit[]): {
  readonly number: DocumentNumber | null;
  readonly type: string | null;
} {
  for (const { text } of head) {
    const line = NUMBER_LINE.exec(text);
    if (line === null) continue;
    const found = findDocumentNumbers(text.slice(line[0].length))[0];
    if (found !== undefined && found.start <= 2) return { number: found.number, type: line[1] ?? null };
  }
  return { number: null, type: null };
}

function readPlaceAndDate(head: readonly Unit[]): {
  readonly place: string | null;
  readonly issued: IsoDate | null;
} {
  for (const { text } of head) {
    if (text.length > 160 || /^(?:Căn cứ|Theo|Xét)\s/u.test(text)) continue;
    const found = findDocumentNumbers(text)[0];
    const line = NUMBER_LINE.test(text) && found !== undefined ? text.slice(found.end) : text;
    const match = PLACE_AND_DATE.exec(line);
    if (match?.[1] === undefined) continue;
    return { place: match[1].trim(), issued: parseDate(match[0]) };
  }
  return { place: null, issued: null };
}

type Titled = { readonly type: string | null; readonly title: string | null; readonly hasTypeLine: boolean };

function readTitle(head: readonly Unit[]): Titled {
  for (const [index, { text }] of head.entries()) {
    const type = typeOfLine(text);
    if (type !== null) return { type, title: wordsFrom(head, index + 1), hasTypeLine: true };
  }
  for (const [index, { text }] of head.entries()) {
    const about = ABOUT.exec(text);
    if (about === null || head.slice(0, index).some((unit) => /^Kính gửi/u.test(unit.text))) continue;
    const title = wordsFrom(head, index)?.replace(ABOUT, '') ?? null;
    return { type: 'Công văn', title: title === null ? null : capitalised(title), hasTypeLine: true };
  }
  // On a portal's page the title stands on one line with its type.
  for (const { text } of head.slice(0, 8)) {
    const type = DOCUMENT_TYPES.find((name) => text.startsWith(`${name} `));
    const rest = type === undefined ? '' : text.slice(type.length + 1);
    if (type === undefined || text.length > 200 || endsSentence(text) || !/^\p{L}/u.test(rest)) continue;
    if (/^(?:số|này|của)\s/u.test(rest)) continue;
    return { type, title: capitalised(rest), hasTypeLine: false };
  }
  return { type: null, title: null, hasTypeLine: false };
}

/** The title's lines from one unit on, joined. */
function wordsFrom(head: readonly Unit[], from: number): string | null {
  const lines: string[] = [];
  let before: Unit | null = null;
  for (const unit of head.slice(from, from + 12)) {
    if (TITLE_ENDS.test(unit.text) || isInfoLine(unit) || unit.role === 'table') break;
    if (before !== null) {
      const small = startsSmall(unit.text);
      if (isCapitals(unit.text) !== isCapitals(before.text)) break;
      const isNewParagraph = unit.gap || unit.role !== 'line' || before.role !== 'line';
      if (isNewParagraph && !small && !isUnfinished(before.text)) break;
      if (endsSentence(before.text)) break;
    }
    lines.push(unit.text);
    before = unit;
  }
  const title = lines
    .join(' ')
    .replace(/[\s_*~–—-]+$/u, '')
    .trim();
  if (title === '') return null;
  return capitalised(isCapitals(title) ? title.toLowerCase() : title);
}
