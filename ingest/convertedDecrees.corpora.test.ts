import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import type { ParsedDirective } from '../domain/directive.ts';
import { leaveOut, need } from '../testing/prerequisites.ts';
import { parseFile } from './parseFile.ts';
import { readDocument } from './read/readDocument.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const articlesOf = ({ provisions }: ParsedDirective) =>
  provisions.filter(({ kind }) => kind === 'dieu').map(({ label, heading }) => `${label}. ${heading}`);

describe.skipIf(leaveOut('corpora') || leaveOut('soffice'))('real decrees as Word and PDF files', () => {
  const { ingest: limits } = readConfig({});
  let folder = '';
  let names: readonly string[] = [];
  const decrees = () => path.join(need('corpora'), 'decrees-2026');
  const markdownOf = (name: string) => readFile(path.join(decrees(), `${name}.md`));

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-decrees-'));
    names = (await readdir(decrees()))
      .filter((name) => name.endsWith('.md'))
      .map((name) => name.slice(0, -3));
    for (const name of names) {
      const { lines } = await readDocument(await markdownOf(name), `${name}.md`);
      const body = lines
        .map(({ role, text }) => (role === 'blank' ? '' : `<p>${escaped(text)}</p>`))
        .join('\n');
      await writeFile(
        path.join(folder, `${name}.html`),
        `<html><head><meta charset="utf-8"></head><body>${body}</body></html>`,
      );
    }
    const convert = async (to: string, from: string, into = '.') => {
      const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile'))}`;
      const sources = names.map((name) => path.join(folder, `${name}.${from}`));
      await promisify(execFile)(need('soffice'), [
        profile,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        path.join(folder, into),
        ...sources,
      ]);
    };
    // One paragraph a line, as an editor makes of a hard-wrapped text …
    await convert('odt', 'html');
    await convert('docx', 'odt');
    await convert('pdf', 'odt');
    // … and the Markdown with all its marks, as LibreOffice takes it for plain text.
    for (const name of names) await writeFile(path.join(folder, `${name}.txt`), await markdownOf(name));
    await mkdir(path.join(folder, 'marked'));
    await convert('docx', 'txt', 'marked');
    await convert('pdf', 'txt', 'marked');
  }, 240_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ['.', 'docx'],
    ['.', 'pdf'],
    ['.', 'html'],
    ['.', 'txt'],
    ['marked', 'docx'],
    ['marked', 'pdf'],
  ] as const)(
    'have every Điều with its heading, and no other, and the right header (%s, %s)',
    async (into, format) => {
      expect(names).toHaveLength(5);
      for (const name of names) {
        const expected = await parseFile(await markdownOf(name), `${name}.md`, limits);
        const bytes = await readFile(path.join(folder, into, `${name}.${format}`));
        const parsed = await parseFile(bytes, `${name}.${format}`, limits);
        expect(articlesOf(parsed)).toEqual(articlesOf(expected));
        expect(parsed.format).toBe(format);
        const { number, issued, effective, title } = parsed.header;
        expect({ ...expected.header, number, issued, effective, title }).toEqual(expected.header);
        const pages = parsed.provisions.flatMap(({ page }) => (page === null ? [] : [page]));
        expect(pages).toEqual([...pages].sort((a, b) => a - b));
        expect(pages.length).toBe(format === 'pdf' ? parsed.provisions.length : 0);
      }
    },
  );
});
