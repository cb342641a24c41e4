import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { leaveOut, need } from '../testing/prerequisites.ts';
import { fold } from '../vietnamese/text.ts';
import { readSynonyms } from './synonyms.testing.ts';

/** The words of everything that the corpora and samples say, folded, one space between. */
function everythingSaid(): string {
  const corpora = need('corpora');
  const files = [
    ...['decrees-2026', 'alqac-2023'].flatMap((name) => inFolder(path.join(corpora, name))),
    ...inFolder(path.join(import.meta.dirname, 'directives')),
  ];
  const articles = gunzipSync(readFileSync(path.join(corpora, 'phap-dien', 'articles.jsonl.gz'))).toString();
  return folded(
    [articles.replaceAll('\\n', ' '), ...files.map((file) => readFileSync(file, 'utf8'))].join('\n'),
  );
}

function inFolder(folder: string): string[] {
  return readdirSync(folder).map((name) => path.join(folder, name));
}

function folded(words: string): string {
  return ` ${fold(words)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
}

describe.skipIf(leaveOut('corpora'))('synonyms beside real law', () => {
  test('call things what the law calls them, but where their entry says that its law is elsewhere', () => {
    const said = everythingSaid();
    const missing = readSynonyms()
      .filter(({ elsewhere }) => elsewhere !== true)
      .flatMap(({ legal }) => legal.filter((phrase) => !said.includes(folded(phrase))));
    expect(missing).toEqual([]);
  });
});
