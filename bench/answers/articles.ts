import type { ParsedDirective } from '../../domain/directive.ts';
import type { ProvisionPath } from '../../domain/provisionPath.ts';
import { type Article, readArticles } from '../retrieval/corpus.ts';
import type { KeyGroup } from './keys.ts';
import type { Library } from './provisions.ts';

/** The documents of the code of laws that the sentences of a batch cite, by their numbers: `40/2019/QH14`. */
export async function readArticleLibrary(file: string, groups: readonly KeyGroup[]): Promise<Library> {
  const wanted = new Set(groups.flatMap(({ places }) => places.map(([number]) => number)));
  const articles = (await readArticles(file)).filter(({ document }) => wanted.has(document.number ?? ''));
  const byNumber = Map.groupBy(articles, ({ document }) => document.number ?? '');
  return new Map([...byNumber].map(([number, own]) => [number, directiveOf(number, own)]));
}

const KHOAN = /^(\d{1,3}[a-zđ]?)\.\s/u;
const KINDS = ['dieu', 'khoan', 'diem'] as const;
const DIEM = /^([a-zđ])\)\s/u;

/** A document as it would be stored, of the articles that the code has of it. */
function directiveOf(number: string, articles: readonly Article[]): ParsedDirective {
  const provisions: ParsedDirective['provisions'][number][] = [];
  let text = '';
  for (const { article, heading, text: body } of articles) {
    const name = `Điều ${article ?? ''}`;
    const lines = [`${name}. ${heading}`, ...body.split(/\n+/u)];
    const from = text.length;
    const open: { path: ProvisionPath; start: number; heading: string | null; rank: number }[] = [
      { path: [name], start: from, heading, rank: 0 },
    ];
    const close = (rank: number, end: number): void => {
      while ((open.at(-1)?.rank ?? -1) >= rank) {
        const done = open.pop();
        if (done !== undefined)
          provisions.push({
            kind: KINDS[done.rank] ?? 'diem',
            label: done.path.at(-1) ?? '',
            path: done.path,
            heading: done.heading,
            start: done.start,
            end,
            page: null,
            parent: null,
          });
      }
    };
    for (const line of lines) {
      const khoan = KHOAN.exec(line);
      const diem = DIEM.exec(line);
      const rank = khoan === null ? 2 : 1;
      if (khoan !== null || diem !== null) {
        close(rank, Math.max(from, text.length - 1));
        const label = khoan === null ? `điểm ${diem?.[1] ?? ''}` : `khoản ${khoan[1] ?? ''}`;
        open.push({
          path: [...(open.at(-1)?.path ?? [name]), label],
          start: text.length,
          heading: null,
          rank,
        });
      }
      text += `${line}\n`;
    }
    close(0, text.length - 1);
  }
  const [first] = articles;
  return {
    format: 'txt',
    kind: 'issued',
    text,
    header: {
      number,
      type: first?.document.type ?? null,
      title: first?.document.title ?? null,
      effective: first?.document.effective ?? null,
      issuer: null,
      issued: null,
      signer: null,
      place: null,
    },
    provisions,
    passages: [],
    relations: [],
    effects: [],
    requirements: [],
    targets: [],
    warnings: [],
  };
}
