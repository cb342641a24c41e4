import fc from 'fast-check';
import { parse as parseArrayText } from 'postgres-array';
import { describe, expect, it } from 'vitest';
import { encodeParameter, parserOf } from './values.ts';

const parseValue = (typeId: number, text: string) => parserOf(typeId)(text);

describe('a parameter', () => {
  it('goes in as the text that both engines read', () => {
    expect(encodeParameter('Điều 5')).toBe('Điều 5');
    expect(encodeParameter(42)).toBe('42');
    expect(encodeParameter(true)).toBe('true');
    expect(encodeParameter(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
    expect(encodeParameter({ a: [1] })).toBe('{"a":[1]}');
    expect(encodeParameter(null)).toBeNull();
    expect(encodeParameter(undefined)).toBeNull();
  });

  it('goes in as bytes where it is bytes', () => {
    const bytes = new Uint8Array([0, 255]);
    expect(encodeParameter(bytes)).toBe(bytes);
    expect(encodeParameter([bytes])).toBe('{"\\\\x00ff"}');
  });

  it('keeps lists apart from their words', () => {
    expect(encodeParameter(['a', null, 'NULL', '', 'b"c\\d', '{x,y}'])).toBe(
      '{"a",NULL,"NULL","","b\\"c\\\\d","{x,y}"}',
    );
    expect(encodeParameter([[1, 2], [3]])).toBe('{{1,2},{3}}');
    expect(encodeParameter([])).toBe('{}');
  });

  it('comes back from an array text unchanged, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.string({ unit: 'binary' })), { maxLength: 8 }), (words) => {
        expect(parseValue(1009, String(encodeParameter(words)))).toEqual(words);
      }),
    );
  });

  it('is refused when it is a function', () => {
    expect(() => encodeParameter(() => 1)).toThrow('function');
  });
});

describe('a result', () => {
  it('is never a rounded number', () => {
    expect(parseValue(20, '9007199254740991')).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => parseValue(20, '9007199254740993')).toThrow('select it as text');
    expect(() => parseValue(1016, '{1,9007199254740993}')).toThrow('select it as text');
  });

  it('reads instants with any offset', () => {
    expect(parseValue(1184, '2026-07-01 07:30:00.25+07')).toEqual(new Date('2026-07-01T00:30:00.250Z'));
    expect(parseValue(1184, '2026-07-01 05:30:00+05:30')).toEqual(new Date('2026-07-01T00:00:00Z'));
    expect(() => parseValue(1184, 'infinity')).toThrow('infinity');
  });

  it('reads number arrays with and without nulls, and nested ones', () => {
    expect(parseValue(1007, '{1,-2,3}')).toEqual([1, -2, 3]);
    expect(parseValue(1007, '{}')).toEqual([]);
    expect(parseValue(1007, '{1,NULL}')).toEqual([1, null]);
    expect(parseValue(1022, '{1.5,1e+20,NaN}')).toEqual([1.5, 1e20, Number.NaN]);
    expect(parseValue(1007, '{{1,2},{3,4}}')).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(parseValue(1007, '[0:1]={7,8}')).toEqual([7, 8]);
  });

  it('reads number arrays the fast way as the slow way', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (numbers) => {
        const text = `{${numbers.join(',')}}`;
        expect(parseValue(1007, text)).toEqual(parseArrayText(text, Number));
      }),
    );
  });
});
