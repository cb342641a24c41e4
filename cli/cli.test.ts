import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type CliRun, runCli } from './run.testing.ts';

const root = path.resolve(import.meta.dirname, '..');
let folder: string;
let db: string;

function cli(args: readonly string[], env: Record<string, string> = {}): Promise<CliRun> {
  return runCli(folder, args, { DATA_DIR: db, ...env });
}

const answerJson = z.object({
  question: z.string(),
  ms: z.number(),
  kind: z.enum(['quoted', 'not_found', 'document']),
  answer: z.string().min(1),
  citations: z.array(
    z.object({
      document: z.string(),
      path: z.array(z.string()),
      quote: z.string().min(1),
      inForce: z.boolean().nullable(),
    }),
  ),
});
const failureJson = z.object({ error: z.object({ code: z.string(), message: z.string().min(10) }) });

/** What `read --json` makes of a sample. */
async function readSample(name: string): Promise<{ readonly text: string }> {
  const { out } = await cli(['read', '--json', path.join(root, 'data/directives', name)]);
  return z.object({ text: z.string() }).parse(JSON.parse(out));
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-cli-'));
  db = path.join(folder, 'db');
  const sample = await cli(['sample']);
  expect(sample).toMatchObject({ code: 0 });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the command line', () => {
  it('gives help for every command and lists them all', async () => {
    const help = await cli(['--help']);
    expect(help.code).toBe(0);
    for (const name of [
      'sample',
      'ingest',
      'documents',
      'read',
      'search',
      'ask',
      'embed',
      'chat',
      'doctor',
    ]) {
      expect(help.out).toContain(name);
      const own = await cli([name, '--help']);
      expect(own).toMatchObject({ code: 0, err: '' });
      expect(own.out).toContain('Usage');
    }
  });

  it('refuses an unknown command or option with exit code 2', async () => {
    expect(await cli(['khong-co'])).toMatchObject({ code: 2, out: '' });
    expect(await cli(['ask', '--khong-co', 'x'])).toMatchObject({ code: 2, out: '' });
  });

  it('loads the samples once: a second run stores nothing', async () => {
    const again = await cli(['sample', '--json']);
    const { files } = z
      .object({ files: z.array(z.object({ file: z.string(), status: z.string() })) })
      .parse(JSON.parse(again.out));
    expect(files.length).toBeGreaterThanOrEqual(6);
    expect(new Set(files.map(({ status }) => status))).toEqual(new Set(['known']));
  });

  it('answers as one JSON value on standard output, every quote verbatim in the document', async () => {
    const { code, out } = await cli(['ask', '--json', 'điều 1 quyết định 915/2026/QĐ-UBND']);
    expect(code).toBe(0);
    const answer = answerJson.parse(JSON.parse(out));
    expect(answer.kind).toBe('quoted');
    const { text } = await readSample('915-2026-QD-UBND-dao-tao-boi-duong.md');
    for (const { quote } of answer.citations) expect(text).toContain(quote);
  });

  it('shows a named document by its outline, cited by its own title', async () => {
    const { code, out } = await cli(['ask', '--json', 'quyết định 915/2026/QĐ-UBND']);
    expect(code).toBe(0);
    const answer = answerJson.parse(JSON.parse(out));
    expect(answer).toMatchObject({ kind: 'document', citations: [{ path: [], inForce: true }] });
    const { text } = await readSample('915-2026-QD-UBND-dao-tao-boi-duong.md');
    for (const { quote } of answer.citations) expect(text).toContain(quote);
  });

  it('answers a batch in one process, a JSON value a line, failures in their own place', async () => {
    const file = path.join(folder, 'questions.txt');
    const lines = [
      'mỗi năm phải bồi dưỡng bao nhiêu ngày',
      '{"question": "hồ sơ cử đi học gồm những gì"}',
      '😀😀',
      'giá vàng hôm nay',
    ];
    await writeFile(file, `\uFEFF${lines.join('\r\n')}\r\n`);
    const { code, out } = await cli(['ask', '--json', '--batch', file]);
    expect(code).toBe(1);
    const values = out
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(values).toHaveLength(4);
    expect(answerJson.parse(values[0]).kind).toBe('quoted');
    expect(answerJson.parse(values[1]).question).toBe('hồ sơ cử đi học gồm những gì');
    expect(failureJson.parse(values[2]).error.code).toBe('bad_input');
    expect(answerJson.parse(values[3])).toMatchObject({ kind: 'not_found', citations: [] });
  });

  it('searches with ranked results, at most k', async () => {
    const { code, out } = await cli(['search', '--json', '-k', '3', 'kinh phi dao tao']);
    expect(code).toBe(0);
    const { results } = z
      .object({
        question: z.string(),
        ms: z.number(),
        results: z.array(
          z.object({
            citation: z.string(),
            document: z.string(),
            path: z.array(z.string()),
            score: z.number(),
            text: z.string().min(1),
          }),
        ),
      })
      .parse(JSON.parse(out));
    expect(results).toHaveLength(3);
    expect(results.map(({ score }) => score)).toEqual(
      results.map(({ score }) => score).sort((a, b) => b - a),
    );
  });

  it('explains the ranking when asked to, in a table and as JSON, within 100 columns', async () => {
    const question = 'kinh phi dao tao';
    const table = await cli(['search', '-k', '2', '--explain', question]);
    expect(table.code).toBe(0);
    expect(table.out).toMatch(/^ {3}Từ +Đề mục +Nội dung/m);
    expect(table.out).toMatch(/^ {3}kinh phí +\S+ +\S+ +\S+ +\d+ +\d+,\d\d +\d+,\d\d$/m);
    expect(table.out).toMatch(/^ {3}một dòng giữ phần lớn câu hỏi +\d,\d\d +× \d,\d\d$/m);
    const ownLines = table.out.split('\n').filter((line) => line.startsWith('   '));
    expect(Math.max(...ownLines.map((line) => line.length))).toBeLessThanOrEqual(100);

    const explained = z.object({
      score: z.number(),
      explanation: z.object({
        terms: z.array(z.object({ term: z.string(), score: z.number(), weight: z.number() })),
        factors: z.array(z.object({ factor: z.string(), times: z.number() })),
        lexicalRank: z.number().nullable(),
        score: z.number(),
      }),
    });
    const { out } = await cli(['search', '--json', '-k', '2', '--explain', question]);
    const { results } = z.object({ results: z.array(explained) }).parse(JSON.parse(out));
    expect(results.map(({ explanation }) => explanation.lexicalRank)).toEqual([1, 2]);
    for (const { score, explanation } of results) {
      // By words alone, the score is what the terms brought, times the factors.
      const points = explanation.terms.reduce((sum, term) => sum + term.score, 0);
      const product = explanation.factors.reduce((sum, factor) => sum * factor.times, points);
      expect(explanation.score).toBeCloseTo(product, 6);
      expect(score).toBeCloseTo(explanation.score, 2);
    }
  });

  it.each([
    ['an empty question', ['ask', '--json', '  '], 'bad_input', 2],
    ['10,000 characters', ['ask', '--json', 'đào tạo '.repeat(1250)], 'bad_input', 2],
    ['emoji alone', ['ask', '--json', '🙂🎓'], 'bad_input', 2],
    ['a day that is none', ['ask', '--json', '--as-of', '2026-13-45', 'kinh phí'], 'bad_input', 2],
    ['a file that is not there', ['read', '--json', 'khong-co.pdf'], 'file_missing', 1],
    ['a path that is not there', ['ingest', '--json', '--db', './khong-tao', 'khong-co'], 'file_missing', 1],
    ['a folder without a database', ['ask', '--json', '--db', './chua-co', 'kinh phí'], 'not_found', 1],
    ['no question', ['ask', '--json'], 'bad_input', 2],
  ])('says clearly what is wrong with %s', async (_what, args, code, exit) => {
    const run = await cli(args);
    expect(failureJson.parse(JSON.parse(run.out)).error.code).toBe(code);
    expect(run.code).toBe(exit);
  });

  it('reads a lone surrogate and NFD like clean text', async () => {
    const plain = await cli(['ask', '--json', 'kinh phí đào tạo lấy từ đâu']);
    const odd = await cli(['ask', '--json', `${'kinh phí đào tạo lấy từ đâu'.normalize('NFD')}\ud800`]);
    const quotes = (run: CliRun) => answerJson.parse(JSON.parse(run.out)).citations.map(({ quote }) => quote);
    expect(quotes(odd)).toEqual(quotes(plain));
  });

  it('tells which files of several failed, keeps the rest, and exits with 1', async () => {
    const good = path.join(folder, 'tot.txt');
    await writeFile(
      good,
      'QUY ĐỊNH TẠM\n\nĐiều 1. Phạm vi\n\nVăn bản thử này nói về việc mở lớp bồi dưỡng.\n',
    );
    const empty = path.join(folder, 'rong.txt');
    await writeFile(empty, '');
    const { code, out } = await cli(['ingest', '--json', good, empty, path.join(folder, 'khong-co.pdf')]);
    expect(code).toBe(1);
    const { files } = z
      .object({
        files: z.array(z.object({ status: z.string(), error: z.object({ message: z.string() }).nullable() })),
      })
      .parse(JSON.parse(out));
    expect(files.map(({ status }) => status)).toEqual(['stored', 'failed', 'failed']);
    expect(files[1]?.error?.message).toContain('rong.txt');
  });

  it('refuses a file over the limit before it is opened, however large', async () => {
    const large = path.join(folder, 'lon.pdf');
    await writeFile(large, '%PDF-1.4');
    // A hole: it takes no room on the disk.
    await truncate(large, 3 * 1024 ** 3);
    const read = await cli(['read', '--json', large]);
    expect(read.code).toBe(1);
    const { error } = failureJson.parse(JSON.parse(read.out));
    expect(error.code).toBe('file_too_large');
    expect(error.message).toContain('“lon.pdf” lớn hơn 100 MB');
    const ingested = await cli(['ingest', '--json', large], { INGEST_FILE_MB: '7' });
    expect(ingested.code).toBe(1);
    expect(ingested.out).toContain('file_too_large');
    expect(ingested.out).toContain('lớn hơn 7 MB');
  });

  it('examines the machine without creating anything', async () => {
    const { code, out } = await cli(['doctor', '--json', '--db', './khong-tao']);
    expect(code).toBe(0);
    const { healthy, checks } = z
      .object({ healthy: z.boolean(), checks: z.array(z.object({ name: z.string(), state: z.string() })) })
      .parse(JSON.parse(out));
    expect(healthy).toBe(true);
    expect(checks.length).toBeGreaterThanOrEqual(6);
    await expect(readFile(path.join(folder, 'khong-tao'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('names the variable that is wrong, never its value', async () => {
    const { code, err } = await cli(['documents'], { DATABASE_URL: 'mysql://me:secret-word@host/db' });
    expect(code).toBe(1);
    expect(err).toContain('DATABASE_URL');
    expect(err).not.toContain('secret-word');
  });

  it('says so when PostgreSQL does not answer, without the password', async () => {
    const { code, err } = await cli(['documents', '--db', 'postgres://me:secret-word@127.0.0.1:1/none']);
    expect(code).toBe(1);
    expect(err).toContain('PostgreSQL');
    expect(err).not.toContain('secret-word');
  });
});
