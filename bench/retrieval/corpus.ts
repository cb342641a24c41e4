import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { KnownError } from '../../errors.ts';

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

/**
 * Reads articles: JSON lines (gzip or not), or the laws of ALQAC. Throws `file_missing`, or `file_unreadable` where the file is
 * neither.
 */
export async function readArticles(file: string): Promise<readonly Article[]> {
  return read(file, parseArticles);
}

function parseArticles(text: string): readonly Article[] {
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

/** Reads questions: JSON lines with `relevant`, or the questions of ALQAC. Throws as `readArticles` does. */
export async function readBenchQuestions(file: string): Promise<readonly BenchQuestion[]> {
  return read(file, parseQuestions);
}

function parseQuestions(text: string): readonly BenchQuestion[] {
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

/** The articles of each document together, in the order in which the documents first appear. */
export function documentsOf(articles: readonly Article[]): readonly (readonly Article[])[] {
  return [...Map.groupBy(articles, ({ document }) => JSON.stringify(document)).values()];
}

/** About `count` articles: those whose ids are in `keep`, and of the others a share spread over the whole corpus. */
export function limitArticles(
  articles: readonly Article[],
  count: number,
  keep: ReadonlySet<string>,
): readonly Article[] {
  const others = articles.filter(({ id }) => !keep.has(id));
  const step = Math.max(1, others.length / Math.max(1, count - keep.size));
  const chosen = new Set<string>(keep);
  for (let at = 0; at < others.length && chosen.size < count; at += step) {
    chosen.add(others[Math.floor(at)]?.id ?? '');
  }
  return articles.filter(({ id }) => chosen.has(id));
}

async function read<T>(file: string, parse: (text: string) => T): Promise<T> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new KnownError('file_missing', `Không đọc được tệp ${file}. Hãy kiểm tra đường dẫn.`, { cause });
  });
  try {
    return parse((path.extname(file) === '.gz' ? gunzipSync(bytes) : bytes).toString('utf8'));
  } catch (cause) {
    const sentence = `Tệp ${file} không có dạng mà phép đo đọc được: JSON từng dòng, hoặc JSON của ALQAC.`;
    throw new KnownError('file_unreadable', sentence, { cause });
  }
}

function jsonLines(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}
