import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { StandardProposal } from '../../domain/proposal.ts';
import { leaveOut, prerequisites } from '../../testing/prerequisites.ts';
import { rawText } from '../../testing/rawText.ts';
import { parseDirective } from '../parseDirective.ts';
import { HELD_OUT } from './heldOut.testing.ts';
import { agreeing, writtenAlternatives, writtenRequirements } from './score.testing.ts';

const corpora = prerequisites.corpora ?? '';

type Article = {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
  readonly article: string | null;
};
type Key = {
  readonly id: string;
  readonly title: string;
  readonly grade: string;
  readonly code: string;
  readonly clause: string;
  readonly requirements: readonly {
    readonly point: string;
    readonly any_of: readonly { readonly kind: string; readonly level?: string }[];
  }[];
};

function linesOf<T>(text: string): readonly T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

function proposals(heading: string, text: string): readonly StandardProposal[] {
  const raw = rawText(`${heading}\n${text}`, { role: 'paragraph' });
  return parseDirective(raw, { fileName: 'tieu-chuan.txt' }).requirements;
}

/** F1 over requirements, each by all of its alternatives' kinds and levels. */
function f1(
  scored: readonly { readonly found: readonly string[]; readonly expected: readonly string[] }[],
): number {
  const sum = (count: (one: (typeof scored)[number]) => number) =>
    scored.reduce((total, one) => total + count(one), 0);
  const right = sum(({ found, expected }) => agreeing(found, expected));
  return (2 * right) / (sum(({ found }) => found.length) + sum(({ expected }) => expected.length));
}

describe.skipIf(leaveOut('corpora'))('standards of professional titles', () => {
  const read = <T>(name: string) => linesOf<T>(readFileSync(join(corpora, 'standards', name), 'utf8'));

  it('are read as a careful reader reads them', () => {
    const keys = new Map(read<Key>('requirements.jsonl').map((key) => [key.id, key]));
    const articles = read<Article>('articles.jsonl');
    expect(articles).toHaveLength(24);
    const scored = articles.map(({ id, heading, text }) => ({
      found: writtenRequirements(proposals(heading, text)),
      expected: (keys.get(id)?.requirements ?? []).map(({ any_of }) => writtenAlternatives(any_of)),
    }));
    expect(f1(scored)).toBeGreaterThanOrEqual(0.97);
  });

  it('say whose they are, in which clause and point', () => {
    const keys = new Map(read<Key>('requirements.jsonl').map((key) => [key.id, key]));
    const wrong = read<Article>('articles.jsonl').flatMap(({ id, heading, text }) => {
      const key = keys.get(id);
      const [only] = proposals(heading, text);
      const found = [only?.title ?? '', only?.grade ?? '', only?.code ?? '', only?.clause];
      const points = only?.requirements.map(({ point }) => point);
      const expected = [key?.title, key?.grade, key?.code, key?.clause];
      return JSON.stringify([found, points]) ===
        JSON.stringify([expected, key?.requirements.map(({ point }) => point)])
        ? []
        : [heading];
    });
    expect(wrong).toEqual([]);
  });
});

describe.skipIf(leaveOut('corpora'))('the codified law', () => {
  const articles = linesOf<Article>(
    prerequisites.corpora === null
      ? ''
      : gunzipSync(readFileSync(join(corpora, 'phap-dien', 'articles.jsonl.gz'))).toString('utf8'),
  );
  const proposed = ({ heading, text, article }: Article) =>
    proposals(`Điều ${article ?? 1}. ${heading}`, text);

  it('holds other standards, read as well', () => {
    const held = articles.filter(({ id }) => HELD_OUT[id] !== undefined);
    expect(held).toHaveLength(Object.keys(HELD_OUT).length);
    const scored = held.map((article) => ({
      found: writtenRequirements(proposed(article)),
      expected: (HELD_OUT[article.id] ?? []).map((one) => one.split('|').sort().join('|')),
    }));
    expect(f1(scored)).toBeGreaterThanOrEqual(0.97);
  });

  it('requires nothing of anyone in articles that are no standards', () => {
    const others = articles.filter(
      ({ heading, text }) =>
        text.length < 6_000 &&
        /trình độ|chứng chỉ|bằng tốt nghiệp/u.test(text) &&
        /^(?:Phạm vi|Giải thích|Hồ sơ|Trình tự|Thủ tục|Trách nhiệm|Thẩm quyền|Nguyên tắc|Chính sách|Hiệu lực|Nội dung|Quyền|Mức|Chế độ|Văn bằng|Đào tạo|Chương trình|Thời gian)/u.test(
          heading,
        ),
    );
    expect(others.length).toBeGreaterThan(400);
    const invented = others.filter((article) => proposed(article).length > 0).map(({ heading }) => heading);
    expect(invented).toEqual([]);
  });
});
