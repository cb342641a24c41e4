import { describe, expect, it } from 'vitest';
import { manyDirectives } from '../testing/manyDirectives.ts';
import { sampleDirective } from '../testing/sampleDirective.ts';
import { terms } from '../vietnamese/terms.ts';
import { versionOf } from './indexVersion.ts';
import { indexPassages, indexPassagesGently, indexVersion } from './passageIndex.ts';

describe('the version of an index', () => {
  type Index = Parameters<typeof versionOf>[0];
  const bySyllable: Index = ({ text, passages }, fileName) => ({
    title: [fileName],
    passages: passages.map(({ start, end, heading }) => ({
      heading: new Map([[heading, 1]]),
      body: new Map(
        text
          .slice(start, end)
          .split(' ')
          .map((word) => [word, 1] as const),
      ),
    })),
  });

  it('is the same for the same program, and is borne by every index', async () => {
    expect(versionOf(bySyllable)).toBe(versionOf(bySyllable));
    const { parsed, fileName } = sampleDirective({ number: '1/2026/QĐ-MAU' }, []);
    expect(indexPassages(parsed, fileName).version).toBe(indexVersion());
    const [many] = manyDirectives(1);
    if (many === undefined) throw new Error('there is one');
    const whole = indexPassages(many.parsed, many.fileName);
    expect(await indexPassagesGently(many.parsed, many.fileName)).toEqual(whole);
    expect(indexVersion()).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is another one when other terms, other counts, or other fields come out', () => {
    const changed = (change: (term: string, count: number) => readonly [string, number]): Index => {
      return (directive, fileName) => {
        const { title, passages } = bySyllable(directive, fileName);
        const body = (counts: ReadonlyMap<string, number>) =>
          new Map([...counts].map((entry) => change(...entry)));
        return { title, passages: passages.map((passage) => ({ ...passage, body: body(passage.body) })) };
      };
    };
    const swapped: Index = (directive, fileName) => {
      const { title, passages } = bySyllable(directive, fileName);
      return { title, passages: passages.map(({ heading, body }) => ({ heading: body, body: heading })) };
    };
    const versions = [
      bySyllable,
      changed((term, count) => [term.replace('lí', 'lý'), count]),
      changed((term, count) => [term, term === 'V.10.10.34,' ? count + 1 : count]),
      changed((term, count) => [term.replace('QĐ', 'quyết_định'), count]),
      swapped,
    ].map(versionOf);
    expect(new Set(versions).size).toBe(versions.length);
  });
});

describe('an index', () => {
  it('is the same for decomposed Unicode as for composed', () => {
    const header = { number: '915/2026/QĐ-MAU', type: 'Quyết định', title: 'Bồi dưỡng lý luận chính trị' };
    const articles = [
      {
        heading: 'Thời gian học tập',
        clauses: ['Viên chức hạng II học ở Trường Chính trị; nữ được ưu tiên.'],
      },
    ];
    const decomposed = <T>(value: T): T => JSON.parse(JSON.stringify(value).normalize('NFD'));
    const composed = sampleDirective(header, articles);
    const other = sampleDirective(decomposed(header), decomposed(articles));
    expect(other.parsed.text).not.toBe(composed.parsed.text);
    expect(indexPassages(other.parsed, 'a.txt')).toEqual(indexPassages(composed.parsed, 'a.txt'));
  });

  it('holds for each passage the terms of its own words and heading, and once those of the title', () => {
    const { parsed } = sampleDirective({ title: 'Bồi dưỡng viên chức' }, [
      { heading: 'Kinh phí', clauses: ['Ngân sách chi.', 'Ngân sách tỉnh chi, tỉnh lo.'] },
    ]);
    const { title, passages } = indexPassages(parsed, 'a.txt');
    expect(title).toEqual(expect.arrayContaining(terms('Bồi dưỡng viên chức')));
    expect(new Set(title).size).toBe(title.length);
    expect(passages.map(({ heading }) => [...heading.keys()])).toEqual([
      ['kinh', 'phi', 'kinh_phi'],
      ['kinh', 'phi', 'kinh_phi'],
    ]);
    expect(passages[0]?.body.get('tinh')).toBeUndefined();
    expect(passages[1]?.body.get('tinh')).toBe(2);
  });
});
