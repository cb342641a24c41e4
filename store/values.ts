import { parse as parseArrayText } from 'postgres-array';

/** A parameter as it goes to either engine: PostgreSQL's text form, raw bytes, or null. */
export type EncodedParameter = string | Uint8Array | null;

type Parse = (text: string) => unknown;

/**
 * Type ids are fixed in PostgreSQL's catalogue (`pg_type.dat`). Both engines parse by this one table, so that the same
 * query gives the same JavaScript values; a type that is not named here stays text.
 */
const scalars: readonly { readonly oid: number; readonly arrayOid: number; readonly parse: Parse }[] = [
  { oid: 16, arrayOid: 1000, parse: (text) => text === 't' },
  { oid: 17, arrayOid: 1001, parse: parseBytes },
  { oid: 19, arrayOid: 1003, parse: keep },
  { oid: 20, arrayOid: 1016, parse: parseWhole },
  { oid: 21, arrayOid: 1005, parse: Number },
  { oid: 23, arrayOid: 1007, parse: Number },
  { oid: 25, arrayOid: 1009, parse: keep },
  { oid: 26, arrayOid: 1028, parse: Number },
  { oid: 114, arrayOid: 199, parse: JSON.parse },
  { oid: 700, arrayOid: 1021, parse: Number },
  { oid: 701, arrayOid: 1022, parse: Number },
  { oid: 1042, arrayOid: 1014, parse: keep },
  { oid: 1043, arrayOid: 1015, parse: keep },
  { oid: 1082, arrayOid: 1182, parse: keep },
  { oid: 1114, arrayOid: 1115, parse: keep },
  { oid: 1184, arrayOid: 1185, parse: parseInstant },
  { oid: 1700, arrayOid: 1231, parse: keep },
  { oid: 2950, arrayOid: 2951, parse: keep },
  { oid: 3802, arrayOid: 3807, parse: JSON.parse },
];

/** How each result type that is not plain text becomes a JavaScript value, by type id. */
export const parsers: ReadonlyMap<number, Parse> = new Map(
  scalars.flatMap(({ oid, arrayOid, parse }): [number, Parse][] => [
    [oid, parse],
    [arrayOid, (text) => parseArray(text, parse)],
  ]),
);

/** What makes the value of a result column: see `Queryable` for what each type becomes. */
export function parserOf(typeId: number): Parse {
  return parsers.get(typeId) ?? keep;
}

/**
 * A parameter in the one form that both engines read alike. Dates become ISO instants, arrays PostgreSQL's array text,
 * plain objects JSON. An array meant as JSON has to come as `JSON.stringify(value)`.
 */
export function encodeParameter(value: unknown): EncodedParameter {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return value;
  return encodeText(value);
}

function encodeText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map(encodeElement).join(',')}}`;
  if (value instanceof Uint8Array) return bytesText(value);
  if (typeof value === 'object') return JSON.stringify(value);
  throw new TypeError(`a query parameter may not be a ${typeof value}`);
}

function encodeElement(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number' || typeof value === 'boolean' || Array.isArray(value))
    return encodeText(value);
  return `"${encodeText(value).replaceAll(/["\\]/g, '\\$&')}"`;
}

/** PostgreSQL's hexadecimal form of `bytea`. */
export function bytesText(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`;
}

function keep(text: string): string {
  return text;
}

function parseBytes(text: string): Uint8Array {
  if (!text.startsWith('\\x')) throw new RangeError('bytea came in another form than hexadecimal');
  const decoded = Buffer.from(text.slice(2), 'hex');
  // A plain Uint8Array: a Buffer would print and compare differently from what crosses a thread.
  return new Uint8Array(decoded.buffer, decoded.byteOffset, decoded.byteLength);
}

function parseWhole(text: string): number {
  const value = Number(text);
  // Rounding an identifier silently would name somebody else.
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is beyond 2^53: select it as text`);
  return value;
}

function parseInstant(text: string): Date {
  const parts = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d)(?::(\d\d))?$/.exec(text);
  if (parts === null) throw new RangeError(`timestamptz ${text} is not a day of the years 1 to 9999`);
  const [, day, time, hours, minutes = '00'] = parts;
  return new Date(`${day}T${time}${hours}:${minutes}`);
}

/** Only digits, so neither NULL nor NaN nor quotes nor nesting: then the inside is JSON, which is read much faster. */
const PLAIN_NUMBERS = /^\{[-\d.,e+]*\}$/;

function parseArray(text: string, parse: Parse): unknown {
  if ((parse === Number || parse === parseWhole) && PLAIN_NUMBERS.test(text)) {
    const numbers: unknown = JSON.parse(`[${text.slice(1, -1)}]`);
    if (parse === Number || (numbers as readonly number[]).every(Number.isSafeInteger)) return numbers;
  }
  return parseArrayText(text, parse);
}
