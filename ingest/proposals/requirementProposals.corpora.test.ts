import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { leaveOut, prerequisites } from '../../testing/prerequisites.ts';
import { HELD_OUT } from './heldOut.testing.ts';
import { f1, writtenRequirements } from './score.testing.ts';
import {
  type Article,
  experienceF1,
  jsonLines,
  proposalsOfArticle,
  readStandards,
  standardsF1,
} from './standards.testing.ts';

const corpora = prerequisites.corpora ?? '';

describe.skipIf(leaveOut('corpora'))('standards of professional titles', () => {
  it('are read as a careful reader reads them', () => {
    expect(readStandards(corpora).articles).toHaveLength(24);
    expect(standardsF1(corpora)).toBeGreaterThanOrEqual(0.97);
    expect(experienceF1(corpora)).toBe(1);
  });

  it('say whose they are, in which clause and point', () => {
    const { articles, keys } = readStandards(corpora);
    const wrong = articles.flatMap(({ id, heading, text }) => {
      const key = keys.get(id);
      const [only] = proposalsOfArticle(heading, text);
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
  const articles = jsonLines<Article>(
    prerequisites.corpora === null
      ? ''
      : gunzipSync(readFileSync(join(corpora, 'phap-dien', 'articles.jsonl.gz'))).toString('utf8'),
  );
  const proposed = ({ heading, text, article }: Article) =>
    proposalsOfArticle(`Điều ${article ?? 1}. ${heading}`, text);

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
