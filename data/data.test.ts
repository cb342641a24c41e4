import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ParsedDirective } from '../domain/directive.ts';
import { parseDirective } from '../ingest/parseDirective.ts';
import { readDocument } from '../ingest/read/readDocument.ts';

const FOLDER = import.meta.dirname;
const DIRECTIVES = join(FOLDER, 'directives');
const FILES = readdirSync(DIRECTIVES).sort();

const reference = z.strictObject({ document: z.string().min(1), path: z.array(z.string().min(1)) });
const goldenLine = z.strictObject({
  question: z.string().min(1),
  answer: reference.nullable(),
  also: z.array(reference),
  note: z.string(),
});
type GoldenLine = z.infer<typeof goldenLine>;

const PRESS = 'bao-lam-giang-ty-le-dat-chuan-nam-lam.html';
const SETS = { questions: goldenSet('questions'), heldOut: goldenSet('heldOut') };
const ALL = [...SETS.questions, ...SETS.heldOut];

function goldenSet(name: string): readonly GoldenLine[] {
  return readFileSync(join(FOLDER, 'golden', `${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => goldenLine.parse(JSON.parse(line)));
}

function contentOf(file: string): string {
  return readFileSync(join(DIRECTIVES, file), 'utf8');
}

function endsWith(path: readonly string[], tail: readonly string[]): boolean {
  return tail.every((label, index) => path.at(index - tail.length) === label);
}

/** The marks as each format carries them; TXT has no place for any but its first line. */
function marksOf(file: string): Readonly<Record<string, unknown>> {
  const content = contentOf(file);
  if (file.endsWith('.md')) {
    return z.record(z.string(), z.unknown()).parse(parse(content.split(/^---$/m)[1] ?? ''));
  }
  const metas = content.matchAll(/<meta name="([^"]+)" content="([^"]*)">/g);
  return Object.fromEntries([...metas].map(([, name, value]) => [name, value]));
}

/** The line that says "Số: …" in the text itself, whatever the front matter says. */
function printedNumber(file: string): string | null {
  return /^(?:<[^\n]*<p>)?Số:? ([\d]+[/-][\p{L}\d/-]+)/mu.exec(contentOf(file))?.[1] ?? null;
}

describe('sample directives', () => {
  test('are Markdown, text and web pages, NFC throughout', () => {
    expect(new Set(FILES.map((file) => file.split('.').pop()))).toEqual(new Set(['md', 'txt', 'html']));
    for (const file of FILES) expect(contentOf(file), file).toBe(contentOf(file).normalize('NFC'));
  });

  test.each(FILES)('%s says that it is a sample in its first words', (file) => {
    const body = contentOf(file)
      .replace(/^---$.*?^---$/ms, '')
      .replace(/^.*?<body>/s, '');
    expect(body.slice(0, 2600)).toMatch(/mẫu – chưa thẩm định/i);
    expect(body).toMatch(/hư cấu/);
  });

  test.each(FILES.filter((file) => !file.endsWith('.txt')))('%s is marked in its metadata', (file) => {
    const marks = marksOf(file);
    expect(String(marks.mau)).toBe('true');
    expect(marks.ghi_chu).toMatch(/chưa thẩm định/);
  });

  test('print the number that their metadata gives, each its own', () => {
    const numbers = FILES.filter((file) => !file.startsWith('bao-')).map((file) => {
      const printed = printedNumber(file);
      expect(printed, file).not.toBeNull();
      if (!file.endsWith('.txt')) expect(marksOf(file).so_hieu, file).toBe(printed);
      return printed;
    });
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('have twenty-five articles or more in the regulation, numbered without a gap', () => {
    const articles = [...contentOf('915-2026-QD-UBND-dao-tao-boi-duong.md').matchAll(/^### Điều (\d+)\./gm)];
    const numbers = articles.map(([, number]) => Number(number));
    expect(numbers.length).toBeGreaterThanOrEqual(25);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});

describe('as the product reads them', async () => {
  const parsed = new Map<string, ParsedDirective>();
  for (const file of FILES) {
    const raw = await readDocument(readFileSync(join(DIRECTIVES, file)), file);
    parsed.set(printedNumber(file) ?? file, parseDirective(raw, { fileName: file }));
  }

  test('every answer is one provision of its document, and press is quoted as a page', () => {
    const missing: string[] = [];
    for (const { question, answer, also } of ALL) {
      for (const { document, path } of answer === null ? [] : [answer, ...also]) {
        const directive = parsed.get(document);
        if (path.length === 0) expect(directive?.kind, question).toBe('press');
        else if (directive?.provisions.filter((found) => endsWith(found.path, path)).length !== 1) {
          missing.push(`${question} → ${document}: ${path.join(', ')}`);
        }
      }
    }
    expect(missing).toEqual([]);
  });

  test('their numbers and dates are the printed ones', () => {
    const dates = [...parsed].map(([name, { header }]) => [
      name,
      header.number,
      header.issued,
      header.effective,
    ]);
    expect(dates).toEqual([
      ['05-CTr/ĐU', '05-CTr/ĐU', '2026-02-12', null],
      ['903/2026/TT-BCVM', '903/2026/TT-BCVM', '2026-05-15', '2026-07-01'],
      ['912/KH-UBND', '912/KH-UBND', '2026-11-10', null],
      ['915/2026/QĐ-UBND', '915/2026/QĐ-UBND', '2026-03-20', '2026-04-01'],
      ['918-HD/BTCTU', '918-HD/BTCTU', '2026-09-08', '2026-09-08'],
      ['931/HD-HĐQPAN', '931/HD-HĐQPAN', '2026-06-25', '2026-06-25'],
      ['958/2026/QĐ-UBND', '958/2026/QĐ-UBND', '2026-11-05', '2027-01-01'],
      [PRESS, null, expect.toBeOneOf([null, '2026-10-18']), null],
    ]);
  });

  test('the press page comes without its menu, its neighbours and its comment form', () => {
    expect(parsed.get(PRESS)?.text).toContain('187/214');
    expect(parsed.get(PRESS)?.text).not.toMatch(/xổ số|cúp nước|Mã xác nhận|Chia sẻ Zalo/);
  });

  test('the amending decision keeps the new wording inside its own clauses', () => {
    const amendment = parsed.get('958/2026/QĐ-UBND');
    const clause = amendment?.provisions.find(({ path }) => endsWith(path, ['Điều 1', 'khoản 2']));
    expect(amendment?.text.slice(clause?.start, clause?.end)).toContain('tối thiểu 07 ngày');
  });
});

describe('golden questions', () => {
  test('are many, and many have no answer', () => {
    expect(SETS.questions.length).toBeGreaterThanOrEqual(60);
    expect(SETS.questions.filter(({ answer }) => answer === null).length).toBeGreaterThanOrEqual(14);
    expect(SETS.heldOut.length).toBeGreaterThanOrEqual(30);
    expect(SETS.heldOut.filter(({ answer }) => answer === null).length).toBeGreaterThanOrEqual(10);
  });

  test('are typed as people type: a third without diacritics, some decomposed', () => {
    const bare = SETS.questions.filter(({ question }) => /^\p{ASCII}*$/u.test(question));
    expect(bare.length / SETS.questions.length).toBeGreaterThan(0.3);
    expect(ALL.some(({ question }) => question !== question.normalize('NFC'))).toBe(true);
  });

  test('are each asked once, and none of the held-out ones is known', () => {
    const asked = ALL.map(({ question }) => question.normalize('NFC').toLowerCase());
    expect(new Set(asked).size).toBe(asked.length);
  });

  test('an unanswerable question offers no other provision and says why', () => {
    for (const { question, answer, also, note } of ALL) {
      if (answer !== null) continue;
      expect(also, question).toEqual([]);
      expect(note, question).not.toBe('');
    }
  });

  test('name documents that exist, and every document is asked about in both sets', () => {
    const known = new Set(FILES.map((file) => printedNumber(file) ?? file));
    for (const set of Object.values(SETS)) {
      const named = set.flatMap(({ answer, also }) => (answer === null ? [] : [answer, ...also]));
      for (const { document } of named) expect([...known]).toContain(document);
      expect(new Set(named.map(({ document }) => document))).toEqual(known);
    }
  });
});

test('the chat page starts with five different questions', () => {
  const questions = z
    .array(z.string().min(1))
    .parse(JSON.parse(readFileSync(join(FOLDER, 'startQuestions.json'), 'utf8')));
  expect(questions).toHaveLength(5);
  expect(new Set(questions).size).toBe(5);
});
