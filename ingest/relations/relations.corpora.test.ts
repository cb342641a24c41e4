import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ParsedDirective } from '../../domain/directive.ts';
import { leaveOut, prerequisites } from '../../testing/prerequisites.ts';
import { rawText } from '../../testing/rawText.ts';
import { parseDirective } from '../parseDirective.ts';
import { readDocument } from '../read/readDocument.ts';
import { DECREES } from './decreeKey.testing.ts';
import { writeRelation } from './relations.testing.ts';
import { relationsOf } from './relationsOf.ts';

const corpora = prerequisites.corpora ?? '';
const decrees = join(corpora, 'decrees-2026');
const names = prerequisites.corpora === null ? [] : readdirSync(decrees);

async function read(part: string): Promise<ParsedDirective> {
  const name = names.find((one) => one.includes(part)) ?? part;
  return parseDirective(await readDocument(readFileSync(join(decrees, name)), name), { fileName: name });
}

describe.skipIf(leaveOut('corpora'))('real decrees', () => {
  it.each(Object.entries(DECREES))(
    'say what they do and rest on, and nothing of what they cite: %s',
    async (part, expected) => {
      const { relations, effects } = await read(part);
      expect(relations.map(writeRelation)).toEqual(expected);
      const changes = relations.filter(({ kind }) => kind !== 'basis');
      expect(changes.every(({ target }) => target.issued !== null)).toBe(true);
      expect(effects).toEqual([]);
    },
  );
});

type Article = {
  readonly heading: string;
  readonly text: string;
  readonly article: string | null;
  readonly document: { readonly number: string };
};

describe.skipIf(leaveOut('corpora'))('articles of real law', () => {
  const articles = (): readonly Article[] =>
    gunzipSync(readFileSync(join(corpora, 'phap-dien', 'articles.jsonl.gz')))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));

  const parsed = ({ heading, text, article, document }: Article) => {
    const whole = parseDirective(
      rawText(`Điều ${article ?? 1}. ${heading}\n${text}`, { role: 'paragraph' }),
      {
        fileName: 'x.txt',
      },
    );
    const read = {
      ...whole,
      kind: 'issued' as const,
      header: { ...whole.header, title: null, number: document.number },
    };
    return { ...read, ...relationsOf(read) };
  };

  /** "Thông tư số 12/2012/TT-BNV … hết hiệu lực", alone in its sentence: nothing can be plainer. */
  const PLAIN =
    /(?:^|\n)(?:\d+\. )?(?:Nghị định|Thông tư|Quyết định) số (\d+\/\d{4}\/[A-ZĐ-]+) ngày [^\n;]{10,200} hết hiệu lực (?:thi hành )?kể từ ngày (?:Nghị định|Thông tư|Quyết định) này có hiệu lực(?: thi hành)?\.(?=\n|$)/u;

  it('say plainly that a document ends, and are understood', () => {
    // Forms and files that were pasted behind an article are no part of it.
    const plain = articles().filter(({ text }) => text.length < 8_000 && PLAIN.test(text));
    expect(plain.length).toBeGreaterThan(50);
    const missed = plain.filter((article) => {
      const number = PLAIN.exec(article.text)?.[1];
      return !parsed(article).relations.some(
        ({ kind, scope, partial, target }) =>
          kind === 'repeals' && scope === 'whole' && !partial && target.number === number,
      );
    });
    expect(missed.map(({ text }) => PLAIN.exec(text)?.[0])).toEqual([]);
  });

  it('that only rule say nothing of other documents', () => {
    const ruling = articles().filter(
      ({ heading, text }) =>
        /^(?:Phạm vi điều chỉnh|Đối tượng áp dụng|Giải thích từ ngữ|Nguyên tắc|Căn cứ)/u.test(heading) &&
        /\d\/\d{4}\//u.test(text),
    );
    expect(ruling.length).toBeGreaterThan(100);
    const wrong = ruling.flatMap((article) =>
      parsed(article)
        .relations.filter(({ kind }) => kind !== 'guides')
        .map(writeRelation),
    );
    // The scope of two circulars which do amend these.
    expect(wrong).toEqual(['amends 43/2013/TT-BCT partly', 'amends 56/2014/TT-BCT partly']);
  });

  /** "Thông tư này hướng dẫn … Nghị định số 12/2020/NĐ-CP", nothing else between that names a document. */
  const GUIDES =
    /(?:^|\n)(?:\d+\. )?(?:Nghị định|Thông tư(?: liên tịch)?) này (?:quy định chi tiết|hướng dẫn) (?:(?!theo |tại |trong |được |bằng |Luật |Thông tư )[^.;:\n/]){0,120}(?:Nghị định|Quyết định|Nghị quyết) số (\d+\/\d{4}\/[A-ZĐa-z0-9-]+[A-Za-z0-9])(?=[\s;,.])/u;

  it('say plainly what they guide, and are understood', () => {
    const plain = articles().filter(({ text }) => text.length < 8_000 && GUIDES.test(text));
    expect(plain.length).toBeGreaterThan(10);
    const missed = plain.filter((article) => {
      const number = GUIDES.exec(article.text)?.[1];
      return !parsed(article).relations.some(
        ({ kind, target }) => kind === 'guides' && target.number === number,
      );
    });
    expect(missed.map(({ text }) => GUIDES.exec(text)?.[0])).toEqual([]);
  });
});
