import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { need } from '../../prerequisites.ts';
import { isOfType } from '../ofType.ts';

type Schema = {
  readonly $ref?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly nullable?: boolean | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: boolean | Schema | undefined;
  readonly items?: Schema | undefined;
  readonly allOf?: readonly Schema[] | undefined;
  readonly oneOf?: readonly Schema[] | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly minItems?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
};

const schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    nullable: z.boolean().optional(),
    properties: z.record(z.string(), schema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), schema]).optional(),
    items: schema.optional(),
    allOf: z.array(schema).optional(),
    oneOf: z.array(schema).optional(),
    anyOf: z.array(schema).optional(),
    enum: z.array(z.unknown()).optional(),
    minItems: z.number().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
  }),
);

/** The parts of OpenAI's specification that a value is held against, read one by one: the whole file takes seconds. */
export type Specification = { readonly departures: (value: unknown, name: string) => readonly string[] };

/** Call it where `leaveOut('openaiSpec')` guards. */
export function readSpecification(): Specification {
  const text = readFileSync(need('openaiSpec'), 'utf8');
  const read = new Map<string, Schema>();
  const named = (name: string): Schema => {
    const known = read.get(name);
    if (known !== undefined) return known;
    const part = new RegExp(`^ {4}${name}:\\n(?: {5}.*\\n|\\n)+`, 'm').exec(text)?.[0];
    if (part === undefined) throw new Error(`the specification has no ${name}`);
    const found = z.record(z.string(), schema).parse(parse(part))[name];
    if (found === undefined) throw new Error(`the specification has no ${name}`);
    read.set(name, found);
    return found;
  };
  return { departures: (value, name) => depart(value, named(name), name, named) };
}

type Named = (name: string) => Schema;

function depart(value: unknown, against: Schema, at: string, named: Named): readonly string[] {
  if (against.$ref !== undefined) {
    return depart(value, named(against.$ref.split('/').at(-1) ?? ''), at, named);
  }
  if (value === null && against.nullable === true) return [];
  const parts = (against.allOf ?? []).flatMap((one) => depart(value, one, at, named));
  const alternatives = against.oneOf ?? against.anyOf ?? [];
  const tried = alternatives.map((one) => depart(value, one, at, named));
  if (alternatives.length > 0 && tried.every((problems) => problems.length > 0)) {
    const nearest = tried.reduce((best, one) => (one.length < best.length ? one : best));
    return [`${at} fits no alternative: ${nearest.join(', ')}`];
  }
  const types = against.type === undefined ? [] : [against.type].flat();
  if (types.length > 0 && !types.some((type) => isOfType(value, type)))
    return [`${at} is no ${types.join('|')}`];
  if (against.enum !== undefined && !against.enum.includes(value)) return [`${at} is none of the values`];
  if (against.minimum !== undefined && Number(value) < against.minimum) return [`${at} is too small`];
  if (against.maximum !== undefined && Number(value) > against.maximum) return [`${at} is too large`];
  if (Array.isArray(value)) {
    const { items, minItems = 0 } = against;
    return [
      ...parts,
      ...(value.length < minItems ? [`${at} has ${value.length} items`] : []),
      ...(items === undefined
        ? []
        : value.flatMap((item, place) => depart(item, items, `${at}[${place}]`, named))),
    ];
  }
  if (typeof value !== 'object' || value === null) return parts;
  const missing = (against.required ?? []).filter((name) => !(name in value));
  return [
    ...parts,
    ...missing.map((name) => `${at}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, item]) => {
      const property = against.properties?.[name];
      if (property !== undefined) return depart(item, property, `${at}.${name}`, named);
      return against.additionalProperties === false ? [`${at}.${name} is unknown`] : [];
    }),
  ];
}
