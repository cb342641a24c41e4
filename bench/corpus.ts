import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { ParsedDirective, Passage, Provision } from '../domain/directive.ts';

/** An article of law as the benchmark knows it. */
export type Article = {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
  /** Its number in the document; `null` where it has none. */
  readonly article: string | null;
  readonly document: {
    readonly number: string | null;
    readonly type: string | null;
    readonly title: string | null;
    readonly effective: string | null;
  };
};

/** A question and the articles any of which answers it. */
export type BenchQuestion = { readonly question: string; readonly relevant: readonly string[] };

const articleLine = z.object({
  id: z.string(),
  heading: z.string(),
  text: z.string(),
  article: z.string().nullable(),
  document: z.object({
    number: z.string().nullable(),
    type: z.string().nullable(),
    title: z.string().nullable(),
    effective: z.string().nullable(),
  }),
});
const questionLine = z.object({ question: z.string(), relevant: z.array(z.string()) });
const alqacLaws = z.array(
  z.object({ id: z.string(), articles: z.array(z.object({ id: z.string(), text: z.string() })) }),
);
const alqacQuestions = z.array(
  z.object({
    text: z.string(),
    relevant_articles: z.array(z.object({ law_id: z.string(), article_id: z.string() })),
  }),
);

/** Reads articles: JSON lines (gzip or not), or the laws of ALQAC. */
export async function readArticles(file: string): Promise<readonly Article[]> {
  const text = await readText(file);
  if (!text.trimStart().startsWith('[')) return jsonLines(text).map((line) => articleLine.parse(line));
  return alqacLaws.parse(JSON.parse(text)).flatMap((law) =>
    law.articles.map((article) => {
      const [heading = '', ...body] = article.text.split('\n');
      return {
        id: `${law.id}|${article.id}`,
        heading,
        text: body.join('\n').trim(),
        article: article.id,
        document: { number: null, type: null, title: law.id, effective: null },
      };
    }),
  );
}

/** Reads questions: JSON lines with `relevant`, or the questions of ALQAC. */
export async function readBenchQuestions(file: string): Promise<readonly BenchQuestion[]> {
  const text = await readText(file);
  if (!text.trimStart().startsWith('[')) return jsonLines(text).map((line) => questionLine.parse(line));
  return alqacQuestions.parse(JSON.parse(text)).map((question) => ({
    question: question.text,
    relevant: question.relevant_articles.map(({ law_id, article_id }) => `${law_id}|${article_id}`),
  }));
}

/** Every article with the text of a relevant one counts as relevant. */
export function withTwins(
  questions: readonly BenchQuestion[],
  articles: readonly Article[],
): readonly BenchQuestion[] {
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  const twins = Map.groupBy(articles, ({ text }) => text);
  return questions.map(({ question, relevant }) => ({
    question,
    relevant: relevant.flatMap((id) => [
      id,
      ...(twins.get(texts.get(id) ?? '') ?? []).map((twin) => twin.id),
    ]),
  }));
}

/** Articles grouped into directives, one passage an article; `ids` names the article of each passage. */
export function toDirectives(
  articles: readonly Article[],
): readonly { readonly parsed: ParsedDirective; readonly ids: readonly string[] }[] {
  const byDocument = Map.groupBy(articles, ({ document }) => JSON.stringify(document));
  return [...byDocument.values()].map((group) => {
    const provisions: Provision[] = [];
    const passages: Passage[] = [];
    let text = '';
    for (const { heading, text: body, article } of group) {
      const start = text.length;
      text += article === null ? `${heading}\n` : `Điều ${article}. ${heading}\n`;
      const bodyStart = text.length;
      text += `${body}\n`;
      const label = article === null ? heading : `Điều ${article}`;
      const end = text.length;
      passages.push({ provision: provisions.length, path: [label], heading, start: bodyStart, end });
      provisions.push({ kind: 'dieu', label, path: [label], heading, start, end, page: null, parent: null });
    }
    const first = group[0];
    const header = {
      number: first?.document.number ?? null,
      type: first?.document.type ?? null,
      title: first?.document.title ?? null,
      effective: first?.document.effective ?? null,
      issuer: null,
      issued: null,
      signer: null,
      place: null,
    };
    return {
      ids: group.map(({ id }) => id),
      parsed: {
        format: 'txt' as const,
        kind: 'issued' as const,
        text,
        header,
        provisions,
        passages,
        warnings: [],
      },
    };
  });
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file);
  return (path.extname(file) === '.gz' ? gunzipSync(bytes) : bytes).toString('utf8');
}

function jsonLines(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}
