import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { leaveOut, need } from '../testing/prerequisites.ts';
import { readSynonyms } from './synonyms.testing.ts';

/** Everything that the corpora and the sample directives say, a text at a time. */
function* everythingSaid(): Generator<string> {
  const corpora = need('corpora');
  const folders = [
    path.join(import.meta.dirname, 'directives'),
    ...['decrees-2026', 'alqac-2023'].map((name) => path.join(corpora, name)),
  ];
  for (const folder of folders) {
    for (const name of readdirSync(folder)) yield readFileSync(path.join(folder, name), 'utf8');
  }
  const articles = gunzipSync(readFileSync(path.join(corpora, 'phap-dien', 'articles.jsonl.gz')));
  for (const line of articles.toString().split('\n')) yield line.replaceAll('\\n', ' ');
}

function words(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
}

/** Of some phrases those that none of the texts says. */
function unsaid(phrases: readonly string[], texts: Iterable<string>): readonly string[] {
  const missing = new Map<string, Map<string, readonly string[]>>();
  for (const phrase of phrases) {
    const own = words(phrase);
    const first = own[0] ?? '';
    missing.set(first, (missing.get(first) ?? new Map()).set(phrase, own));
  }
  for (const text of texts) {
    const said = words(text);
    for (const [at, word] of said.entries()) {
      for (const [phrase, own] of missing.get(word) ?? []) {
        if (own.every((one, offset) => said[at + offset] === one)) missing.get(word)?.delete(phrase);
      }
    }
  }
  return [...missing.values()].flatMap((left) => [...left.keys()]);
}

describe.skipIf(leaveOut('corpora'))('synonyms beside real law', () => {
  test('call things what the law calls them, but where their entry says that its law is elsewhere', () => {
    const legal = readSynonyms().flatMap((entry) => (entry.elsewhere === true ? [] : entry.legal));
    expect(unsaid(legal, everythingSaid())).toEqual([]);
  });
});
