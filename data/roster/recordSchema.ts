import { z } from 'zod';
import { QUALIFICATION_KINDS, RATINGS, rung } from '../../domain/ladders.ts';
import { isPartialDate } from '../../domain/partialDate.ts';
import { type CadreRecord, TRAINING_MODES, UNIT_TIERS, type Unit } from '../../domain/record.ts';

/**
 * Records as files and processes hand them on: what is not known is left out. YAML reads `2019` as a number, which is a year
 * here as everywhere in records.
 */
const text = z.string().min(1);
const optionalText = text.nullable().default(null);
const partialDate = z
  .union([text, z.number().int().transform(String)])
  .refine(isPartialDate, 'is no date')
  .nullable()
  .default(null);
const day = z
  .string()
  .refine((date) => date.length === 10 && isPartialDate(date), 'is no day')
  .nullable()
  .default(null);
const yesNo = z.boolean().nullable().default(null);
const period = { from: partialDate, until: partialDate };
const post = { position: text, unit: optionalText, ...period };
const kind = z.enum(QUALIFICATION_KINDS);

type Levelled = { readonly kind: CadreRecord['lacks'][number] | null; readonly level: string | null };
const fitsItsKind = ({ kind: of, level }: Levelled) =>
  level === null || (of !== null && rung(of, level) >= 0);

/** Reads an object with its unknown parts left out into a whole `Unit`; refuses what it does not know. */
export const unitSchema = z.strictObject({
  code: text,
  name: text,
  tier: z.enum(UNIT_TIERS),
  parent: optionalText,
  from: day,
  until: day,
  successors: z.array(text).default([]),
  sample: z.boolean().default(false),
}) satisfies z.ZodType<Unit>;

/** Reads an object with its unknown parts left out into a whole `CadreRecord`; refuses what it does not know. */
export const cadreSchema = z.strictObject({
  code: text,
  name: text,
  birth: partialDate,
  sex: z.enum(['male', 'female']).nullable().default(null),
  unit: text,
  phone: z.string().regex(/^\d+$/).nullable().default(null),
  ethnicity: optionalText,
  party: yesNo,
  partyJoined: partialDate,
  recruited: partialDate,
  posts: z.array(z.strictObject(post)).default([]),
  planned: z.array(z.strictObject({ ...post, term: optionalText })).default([]),
  grades: z.array(z.strictObject({ name: text, code: optionalText, ...period })).default([]),
  groups: z.array(z.strictObject({ name: text, ...period })).default([]),
  qualifications: z
    .array(
      z
        .strictObject({
          kind,
          level: optionalText,
          field: optionalText,
          name: optionalText,
          number: optionalText,
          issuer: optionalText,
          issued: partialDate,
          expires: partialDate,
          evidence: optionalText,
        })
        .refine(fitsItsKind, 'the kind has no such level'),
    )
    .default([]),
  lacks: z.array(kind).default([]),
  trainings: z
    .array(
      z
        .strictObject({
          className: text,
          kind: kind.nullable().default(null),
          level: optionalText,
          ...period,
          days: z.number().nullable().default(null),
          place: optionalText,
          abroad: yesNo,
          mode: z.enum(TRAINING_MODES).nullable().default(null),
          programme: optionalText,
          completed: yesNo,
        })
        .refine(fitsItsKind, 'the kind has no such level'),
    )
    .default([]),
  evaluations: z.array(z.strictObject({ year: z.number().int(), rating: z.enum(RATINGS) })).default([]),
  conclusions: z
    .array(z.strictObject({ date: partialDate, passed: z.boolean(), issuer: optionalText }))
    .default([]),
  reviewed: day,
  sample: z.boolean().default(false),
}) satisfies z.ZodType<CadreRecord>;
