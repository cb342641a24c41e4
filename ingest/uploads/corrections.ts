import { z } from 'zod';
import { DIRECTIVE_KINDS, type Header, type ParsedDirective } from '../../domain/directive.ts';
import type { Corrections } from '../../domain/upload.ts';
import { isoDate, parseDate } from '../../vietnamese/dates.ts';
import { DOCUMENT_TYPES, parseDocumentNumber } from '../../vietnamese/documentNumber.ts';
import { relationsOf } from '../relations/relationsOf.ts';
import { WARNINGS } from '../texts.ts';
import { unmarkedProposals } from '../unmarkedProposals.ts';
import { correctionsWrong, uploadTexts } from './texts.ts';
import { withWhoseBefore } from './whoseAmended.ts';

const { wrong } = uploadTexts;

/** Empty means "there is none". What is no letter at all does not stand in a header, and databases refuse some of it. */
const words = (most: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replaceAll(/[\s\p{Cc}]+/gu, ' '))
    .transform((text) => text.replaceAll(/[\p{Cf}\p{Cs}]/gu, '').trim())
    .pipe(z.string().max(most, wrong.long(most)))
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .optional();

const day = z
  .string()
  .trim()
  .nullable()
  .transform((text, context) => {
    if (text === null || text === '') return null;
    const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
    const found = year === undefined ? parseDate(text) : isoDate(Number(year), Number(month), Number(date));
    if (found === null || found < '1945-09-02' || found > '2200') {
      context.addIssue({ code: 'custom', message: wrong.day });
      return z.NEVER;
    }
    return found;
  })
  .optional();

const number = z
  .string()
  .trim()
  .nullable()
  .transform((text, context) => {
    if (text === null || text === '') return null;
    const parsed = parseDocumentNumber(text.normalize('NFC'));
    if (parsed === null) {
      context.addIssue({ code: 'custom', message: wrong.number });
      return z.NEVER;
    }
    return parsed.written;
  })
  .optional();

const KIND_WORDS: Readonly<Record<string, (typeof DIRECTIVE_KINDS)[number]>> = {
  'văn bản': 'issued',
  'bài báo': 'press',
};

/** The fields of a header as a person wrote them; each problem of theirs is a few Vietnamese words. */
export const corrections = z
  .strictObject(
    {
      number,
      type: words(100),
      issuer: words(300),
      issued: day,
      effective: day,
      title: words(2000),
      signer: words(200),
      place: words(200),
      kind: z
        .string()
        .transform((text) => KIND_WORDS[text.normalize('NFC').trim().toLowerCase()] ?? text)
        .pipe(z.enum(DIRECTIVE_KINDS, wrong.kind))
        .optional(),
    },
    { error: (issue) => (issue.code === 'unrecognized_keys' ? wrong.unknown : undefined) },
  )
  .transform(({ type, ...rest }) => ({
    ...rest,
    ...(type === undefined ? {} : { type: spelledType(type) }),
  }));

/**
 * Reads what a person wrote into the fields of a header: `{number: "12/2026/QĐ-UBND", issued: "01/7/2026", title: ""}` (empty:
 * there is none). Throws `bad_input` that names every field that cannot be so.
 */
export function readCorrections(written: Readonly<Record<string, unknown>>): Corrections {
  const read = corrections.safeParse(written);
  if (!read.success) {
    throw correctionsWrong(
      read.error.issues.map((issue) => {
        const field = String(issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path[0]);
        return `${fieldName(field)}: ${issue.message}`;
      }),
    );
  }
  return Object.fromEntries(Object.entries(read.data).filter(([, value]) => value !== undefined));
}

/** What is known of a document with its corrections. What follows from its header is read anew. */
export function applyCorrections(parsed: ParsedDirective, corrections: Corrections): ParsedDirective {
  if (Object.keys(corrections).length === 0) return parsed;
  const { kind = parsed.kind, ...fields } = corrections;
  const header: Header = { ...parsed.header, ...fields };
  const corrected = { ...parsed, kind, header, warnings: parsed.warnings.filter(stillHolds(header)) };
  const { requirements, targets } = unmarkedProposals(corrected);
  return {
    ...corrected,
    ...relationsOf(corrected),
    requirements: requirements.map((standard) => withWhoseBefore(standard, parsed.requirements)),
    targets,
  };
}

/** Whoever filled a field in is not told any more that it was not found. */
function stillHolds({ number: given, issued, effective, signer }: Header): (warning: string) => boolean {
  return (warning) =>
    (given === null || warning !== WARNINGS.noNumber) &&
    (issued === null || warning !== WARNINGS.noIssueDay) &&
    (signer === null || warning !== WARNINGS.noSigner) &&
    (effective === null || warning !== WARNINGS.noEffectiveDay);
}

function spelledType(type: string | null): string | null {
  if (type === null) return null;
  return DOCUMENT_TYPES.find((known) => known.toLowerCase() === type.toLowerCase()) ?? type;
}

function fieldName(field: string): string {
  const known: Readonly<Record<string, string>> = uploadTexts.fields;
  return known[field] ?? `“${field}”`;
}
