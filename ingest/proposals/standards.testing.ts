import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StandardProposal } from '../../domain/proposal.ts';
import { rawText } from '../../testing/rawText.ts';
import { parseDirective } from '../parseDirective.ts';
import { EXPERIENCE } from './experienceKey.testing.ts';
import {
  f1,
  type Scored,
  writtenAlternatives,
  writtenExperience,
  writtenRequirements,
} from './score.testing.ts';

/** An article of the codified law, or of the standards. */
export type Article = {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
  readonly article: string | null;
};

/** What a careful reader takes from a standard. */
export type StandardKey = {
  readonly id: string;
  readonly title: string;
  readonly grade: string;
  readonly code: string;
  readonly clause: string;
  readonly requirements: readonly {
    readonly point: string;
    readonly any_of: readonly { readonly kind: string; readonly level?: string }[];
  }[];
};

export function jsonLines<T>(text: string): readonly T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

export function proposalsOfArticle(heading: string, text: string): readonly StandardProposal[] {
  const raw = rawText(`${heading}\n${text}`, { role: 'paragraph' });
  return parseDirective(raw, { fileName: 'tieu-chuan.txt' }).requirements;
}

/** The articles that come with a key, and what was read of them. */
export function readStandards(corpora: string): {
  readonly articles: readonly Article[];
  readonly keys: ReadonlyMap<string, StandardKey>;
} {
  const read = <T>(name: string) => jsonLines<T>(readFileSync(join(corpora, 'standards', name), 'utf8'));
  const keys = new Map(read<StandardKey>('requirements.jsonl').map((key) => [key.id, key]));
  return { articles: read<Article>('articles.jsonl'), keys };
}

/** F1 of the requirements of the articles that come with a key. */
export function standardsF1(corpora: string): number {
  const { articles, keys } = readStandards(corpora);
  return f1(
    articles.map(({ id, heading, text }): Scored => {
      const key = keys.get(id)?.requirements ?? [];
      return {
        found: writtenRequirements(proposalsOfArticle(heading, text)),
        expected: key.map(({ any_of }) => writtenAlternatives(any_of)),
      };
    }),
  );
}

/** F1 of the time served that the same articles demand. */
export function experienceF1(corpora: string): number {
  return f1(
    readStandards(corpora).articles.map(
      ({ id, heading, text }): Scored => ({
        found: writtenExperience(proposalsOfArticle(heading, text)),
        expected: EXPERIENCE[id] ?? [],
      }),
    ),
  );
}
