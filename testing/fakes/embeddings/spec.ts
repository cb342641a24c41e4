import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { need } from '../../prerequisites.ts';
import { isOfType } from '../ofType.ts';

type Schema = {
  readonly type?: string | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: boolean | undefined;
  readonly items?: Schema | undefined;
  readonly oneOf?: readonly Schema[] | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly minimum?: number | undefined;
};

const schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    properties: z.record(z.string(), schema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.boolean().optional(),
    items: schema.optional(),
    oneOf: z.array(schema).optional(),
    anyOf: z.array(schema).optional(),
    enum: z.array(z.unknown()).optional(),
    minItems: z.number().optional(),
    maxItems: z.number().optional(),
    minimum: z.number().optional(),
  }),
);

/** What OpenAI's specification says of a request for embeddings. Call it where `leaveOut('openaiSpec')` guards. */
export function readEmbeddingRequestSchema(): Schema {
  const text = readFileSync(need('openaiSpec'), 'utf8');
  // The whole file takes seconds to parse.
  const part = /^ {4}CreateEmbeddingRequest:\n(?: {5}.*\n|\n)+/m.exec(text)?.[0];
  if (part === undefined) throw new Error('the specification has no CreateEmbeddingRequest');
  return z.object({ CreateEmbeddingRequest: schema }).parse(parse(part)).CreateEmbeddingRequest;
}

/** Where a value departs from a schema; empty when it does not. */
export function departures(value: unknown, against: Schema, at = 'request'): readonly string[] {
  const alternatives = against.oneOf ?? against.anyOf;
  if (alternatives !== undefined) {
    const tried = alternatives.map((one) => departures(value, one, at));
    return tried.some((problems) => problems.length === 0) ? [] : [`${at} fits no alternative`];
  }
  if (against.type !== undefined && !isOfType(value, against.type)) return [`${at} is no ${against.type}`];
  if (against.enum !== undefined && !against.enum.includes(value)) return [`${at} is none of the values`];
  if (against.minimum !== undefined && Number(value) < against.minimum) return [`${at} is too small`];
  if (Array.isArray(value)) {
    const { items, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = against;
    const size =
      value.length < minItems || value.length > maxItems ? [`${at} has ${value.length} items`] : [];
    return [
      ...size,
      ...(items === undefined
        ? []
        : value.flatMap((item, place) => departures(item, items, `${at}[${place}]`))),
    ];
  }
  if (typeof value !== 'object' || value === null) return [];
  const properties = against.properties ?? {};
  const missing = (against.required ?? []).filter((name) => !(name in value));
  return [
    ...missing.map((name) => `${at}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, item]) => {
      const property = properties[name];
      if (property !== undefined) return departures(item, property, `${at}.${name}`);
      return against.additionalProperties === false ? [`${at}.${name} is unknown`] : [];
    }),
  ];
}
