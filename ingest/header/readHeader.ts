import { writeDate } from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/day.ts';
import type { Header } from '../../domain/directive.ts';
import { parseDate } from '../../vietnamese/dates.ts';
import {
  DOCUMENT_TYPES,
  documentNumberKey,
  documentType,
  parseDocumentNumber,
} from '../../vietnamese/documentNumber.ts';
import { fold } from '../../vietnamese/text.ts';
import { capitalised } from '../letters.ts';
import { isCapitals } from '../normalise/sentence.ts';
import type { Unit } from '../normalise/units.ts';
import { WARNINGS } from '../texts.ts';
import { lastSuchDay } from './dayOfIssue.ts';
import { strippedTitle } from './declared.ts';
import { readEffectiveClause } from './effective.ts';
import { writeAgency } from './issuer.ts';
import type { Letterhead } from './letterhead.ts';
import { hasSignatureBlock, readSigner } from './signer.ts';
import { successionsOf } from './successors.ts';

export type HeaderSources = {
  readonly letterhead: Letterhead;
  /** What is said about the document beside its own words. */
  readonly declared: Header;
  /** When the file was signed electronically, by whomever. */
  readonly signed: IsoDate | null;
  readonly foot: readonly Unit[];
  readonly text: string;
};

/** Types that say what to do and never from when they are in force. */
const WITHOUT_DATE = new Set([
  ...[
    'Công văn',
    'Kế hoạch',
    'Chương trình',
    'Chương trình hành động',
    'Thông báo',
    'Báo cáo',
    'Tờ trình',
    'Đề án',
  ],
  ...['Công điện', 'Giấy mời', 'Phương án'],
]);

/** By law the government's and the parliament's letters name one agency; those of ministries change with them. */
const SURE_ISSUERS: Readonly<Record<string, string>> = {
  CP: 'Chính phủ',
  TTg: 'Thủ tướng Chính phủ',
  CTN: 'Chủ tịch nước',
  Luật: 'Quốc hội',
  'Bộ luật': 'Quốc hội',
};

/**
 * The header of an issued document. The document's own words win over what a publisher declared about it, because
 * they are what can be quoted and what was signed; declared values fill what the words do not say or scanning spoilt.
 * Two exceptions: an agency's name that only adds to the printed one ("Ban Tổ chức" → "Ban Tổ chức Tỉnh ủy …") is
 * taken whole, and a day of entry into force that has to be counted gives way to a declared one.
 */
export function readIssuedHeader({ letterhead, declared, signed, foot, text }: HeaderSources): {
  readonly header: Header;
  readonly warnings: readonly string[];
} {
  const warnings: string[] = [];
  const own = letterhead.number?.written ?? null;
  if (
    own !== null &&
    declared.number !== null &&
    documentNumberKey(own) !== documentNumberKey(declared.number)
  ) {
    warnings.push(WARNINGS.otherNumberDeclared(own, declared.number));
  }
  const number = own ?? declared.number;
  const parsed = number === null ? null : parseDocumentNumber(number);
  const said = letterhead.issued ?? declared.issued ?? passedOn(text);
  if (letterhead.issued !== null && declared.issued !== null && letterhead.issued !== declared.issued) {
    warnings.push(WARNINGS.otherIssueDayDeclared);
  }
  const type = letterhead.type ?? (parsed === null ? null : documentType(parsed)) ?? declared.type;
  const inferred =
    said !== null || letterhead.day === null || signed === null
      ? null
      : lastSuchDay(letterhead.day, {
          signed,
          effective: readEffectiveClause(text, null, type)?.date ?? null,
          year: parsed?.year ?? null,
        });
  const issued = said ?? inferred;
  const clause = readEffectiveClause(text, issued, type);
  const effective =
    clause === null || (clause.computed && declared.effective !== null) ? declared.effective : clause.date;
  if (
    clause !== null &&
    !clause.computed &&
    declared.effective !== null &&
    clause.date !== declared.effective
  ) {
    warnings.push(WARNINGS.otherEffectiveDayDeclared);
  }
  if (effective === null && !WITHOUT_DATE.has(type ?? '')) {
    warnings.push(WARNINGS.noEffectiveDay);
  }
  if (number === null) warnings.push(WARNINGS.noNumber);
  else if (issued === null) warnings.push(WARNINGS.noIssueDay);
  if (inferred !== null && signed !== null)
    warnings.push(WARNINGS.issueDayInferred(writeDate(inferred), writeDate(signed)));
  const issuer =
    readIssuer(letterhead.issuer, declared.issuer, text) ??
    SURE_ISSUERS[parsed?.issuer ?? ''] ??
    SURE_ISSUERS[type ?? ''] ??
    null;
  for (const { former, successors, since, source } of issuer === null ? [] : successionsOf(issuer)) {
    warnings.push(WARNINGS.succeeded(former, successors, writeDate(since), source));
  }
  const signer = readSigner(foot) ?? declared.signer;
  if (signer === null && hasSignatureBlock(foot)) warnings.push(WARNINGS.noSigner);
  return {
    header: {
      number,
      type,
      issuer,
      issued,
      effective,
      title: withCapitals(letterhead.title, text) ?? declared.title,
      signer,
      place: letterhead.place ?? declared.place,
    },
    warnings,
  };
}

/** A title printed in capitals, as the preamble writes it: "sửa đổi … một số điều của Luật Viên chức". */
function withCapitals(title: string | null, text: string): string | null {
  // A document's number is in capitals in any title.
  if (title === null || /^.+\p{Lu}/su.test(title.replace(/\S*\d\S*/gu, ''))) return title;
  const start = text.slice(0, LONGEST_PREAMBLE);
  const lower = start.toLowerCase();
  const wanted = title.toLowerCase();
  if (lower.length !== start.length) return title;
  const found: string[] = [];
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1)) {
    const written = start.slice(at, at + wanted.length);
    if (!isCapitals(written)) found.push(written);
  }
  // The head itself may be in capitals by half: "THUẾ tiêu thụ đặc biệt".
  const best = found.find((written) => !isCapitals(/^\S+/u.exec(written)?.[0] ?? '')) ?? found[0];
  return best === undefined ? withNames(title, text) : capitalised(best);
}

/** Two capitalised words or more behind a small one, so that no sentence begins there: `tại Việt Nam`. */
const NAMES = /(?<=\p{Ll} )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+(?!\p{L})/gu;

/** Names that the text always writes with capitals get them back: "đầu tư nước ngoài tại việt nam". */
function withNames(title: string, text: string): string {
  const names = new Set(text.slice(0, LONGEST_PREAMBLE).match(NAMES) ?? []);
  return [...names]
    .filter((name) => !text.includes(name.toLowerCase()))
    .sort((a, b) => b.length - a.length)
    .reduce((words, name) => {
      const at = words.indexOf(name.toLowerCase());
      const isWhole =
        at > 0 && !/\p{L}/u.test(words.charAt(at - 1)) && !/\p{L}/u.test(words.charAt(at + name.length));
      return isWhole ? words.slice(0, at) + name + words.slice(at + name.length) : words;
    }, title)
    .replace(TYPE_OF_A_NUMBER, capitalised);
}

/** `nghị định` in front of `số 30/1998/NĐ-CP`. */
const TYPE_OF_A_NUMBER = new RegExp(
  `(?<!\\p{L})(?:${DOCUMENT_TYPES.join('|').toLowerCase()})(?= số \\d)`,
  'gu',
);

const LONGEST_PREAMBLE = 12_000;

/** A law bears no day at its head: it says at its end on which day it was passed. */
function passedOn(text: string): string | null {
  const passed =
    /(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết) này (?:đã )?được [^.;]{3,200}? thông qua ngày ([^.;]{6,40})/u.exec(
      text,
    );
  return passed?.[1] === undefined ? null : parseDate(passed[1]);
}

const LONGEST_HEADLINE = 200;

/** A press page has a headline and nothing else that a directive has. */
export function readPressHeader(
  units: readonly Unit[],
  text: string,
  meta: Readonly<Record<string, string>>,
): Header {
  const marked = units.find(({ role }) => role === 'heading')?.text;
  // The first paragraph, unless the page's first lines were too long to be told from its text.
  const paragraph = /^.+/u.exec(text)?.[0] ?? '';
  const first = paragraph.length <= LONGEST_HEADLINE ? paragraph : units[0]?.text;
  const written = meta['og:title'] ?? marked ?? first ?? strippedTitle(meta.title ?? null);
  const title = written?.replace(/\s*\(\d{1,2}:\d{2}[\s,]+\d{1,2}\/\d{1,2}\/\d{4}\).*$/u, '').trim();
  return {
    number: null,
    type: null,
    issuer: null,
    issued: null,
    effective: null,
    title: title === undefined || title === '' ? null : title,
    signer: null,
    place: null,
  };
}

function readIssuer(printed: string | null, declared: string | null, text: string): string | null {
  if (printed === null) return declared;
  if (declared !== null && fold(declared).includes(fold(printed))) return declared;
  return writeAgency(printed, [...(declared === null ? [] : [declared]), text.slice(0, 200_000)]);
}
