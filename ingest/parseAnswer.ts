import { z } from 'zod';
import { DIRECTIVE_KINDS, FORMATS, type ParsedDirective, PROVISION_KINDS } from '../domain/directive.ts';
import { QUALIFICATION_KINDS } from '../domain/ladders.ts';
import { TARGET_COMPARISONS } from '../domain/proposal.ts';
import { RELATION_KINDS } from '../domain/validity.ts';
import { ERROR_CODES } from '../errors.ts';
import type { ParseAnswer, Refusal } from './parseMessage.ts';

const offset = z.number().int().nonnegative();
const path = z.array(z.string());
const text = z.string().nullable();

const relation = z.object({
  kind: z.enum(RELATION_KINDS),
  target: z.object({ number: text, numberKey: text, title: text, issued: text }),
  scope: z.enum(['whole', 'provision']),
  provision: path.nullable(),
  partial: z.boolean(),
  except: z.array(z.object({ path, until: text })),
  since: text,
  source: offset.nullable(),
});

const effect = z.object({ provision: offset.nullable(), bound: z.enum(['from', 'until']), day: text });

const anyOf = z.array(
  z.object({ kind: z.enum(QUALIFICATION_KINDS), level: text, field: text, name: text, when: text }),
);

const requirement = z.object({
  point: z.string(),
  anyOf,
  provision: offset,
  words: z.string(),
});

const experience = z.object({
  point: z.string(),
  anyOf: z.array(
    z.object({
      form: z.enum(['held', 'worked']),
      months: z.number(),
      comparison: z.enum(['at_least', 'more_than']),
      of: text,
      orEquivalent: z.boolean(),
      counted: text,
      when: text,
    }),
  ),
  provision: offset,
  words: z.string(),
});

const standard = z.object({
  status: z.literal('proposed'),
  title: text,
  grade: text,
  code: text,
  clause: z.string(),
  effective: text,
  provision: offset,
  requirements: z.array(requirement),
  experience: z.array(experience),
});

const target = z.object({
  status: z.literal('proposed'),
  percent: z.number().nullable(),
  count: z.number().nullable(),
  comparison: z.enum(TARGET_COMPARISONS),
  most: z.number().nullable(),
  noun: text,
  group: text,
  conditions: z.array(z.object({ words: z.string(), anyOf })),
  when: text,
  fraction: text,
  year: z.number().int().nullable(),
  provision: offset.nullable(),
  cell: z
    .object({
      row: z.string(),
      lastRow: text,
      name: text,
      columns: z.array(z.string()),
      column: z.number().int().nullable(),
    })
    .nullable(),
  words: z.string(),
});

const parsedDirective = z.object({
  format: z.enum(FORMATS),
  kind: z.enum(DIRECTIVE_KINDS),
  text: z.string(),
  header: z.object({
    number: text,
    type: text,
    issuer: text,
    issued: text,
    effective: text,
    title: text,
    signer: text,
    place: text,
  }),
  provisions: z.array(
    z.object({
      kind: z.enum(PROVISION_KINDS),
      label: z.string(),
      path,
      heading: text,
      start: offset,
      end: offset,
      page: z.number().int().nullable(),
      parent: offset.nullable(),
    }),
  ),
  passages: z.array(
    z.object({ provision: offset.nullable(), path, heading: z.string(), start: offset, end: offset }),
  ),
  relations: z.array(relation),
  effects: z.array(effect),
  requirements: z.array(standard),
  targets: z.array(target),
  warnings: z.array(z.string()),
}) satisfies z.ZodType<ParsedDirective>;

/** Checks a child's `Refusal`. */
export const refusal = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('refused'),
    code: z.enum(ERROR_CODES),
    sentence: z.string(),
    message: z.string(),
  }),
  z.object({ status: z.literal('failed'), message: z.string() }),
]) satisfies z.ZodType<Refusal>;

/** Checks a `ParseAnswer` that came out of a child: a hostile file may have made it write anything. */
export const parseAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('parsed'), directive: parsedDirective }),
  refusal,
]) satisfies z.ZodType<ParseAnswer>;
