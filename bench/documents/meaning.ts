import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { FIELD_COUNT } from '../../ingest/header/headerKey.testing.ts';
import { wrongHeaderFields } from '../../ingest/header/headerScore.testing.ts';
import { parseDirective } from '../../ingest/parseDirective.ts';
import { HELD_OUT } from '../../ingest/proposals/heldOut.testing.ts';
import { agreeing, f1, writtenRequirements } from '../../ingest/proposals/score.testing.ts';
import {
  type Article,
  experienceF1,
  jsonLines,
  proposalsOfArticle,
  standardsF1,
} from '../../ingest/proposals/standards.testing.ts';
import { readDocument } from '../../ingest/read/readDocument.ts';
import { DECREES } from '../../ingest/relations/decreeKey.testing.ts';
import { writeRelation } from '../../ingest/relations/relations.testing.ts';

/** How well it is understood what a document is and requires; shares from 0 to 1. */
export type MeaningFigures = {
  readonly headerFields: { readonly all: number; readonly right: number; readonly accuracy: number };
  readonly relations: { readonly precision: number; readonly recall: number };
  /** F1 of requirements by kind and level: on the articles with a key, and on others that were keyed before tuning; of time served. */
  readonly requirements: { readonly f1: number; readonly heldOutF1: number; readonly experienceF1: number };
};

/** Reads the documents of the corpora that have a key. @param corpora the folder `corpora`, its seeds beside it */
export async function measureMeaning(corpora: string): Promise<MeaningFigures> {
  const wrong = (await wrongHeaderFields(corpora)).length;
  return {
    headerFields: { all: FIELD_COUNT, right: FIELD_COUNT - wrong, accuracy: 1 - wrong / FIELD_COUNT },
    relations: await measureRelations(corpora),
    requirements: {
      f1: standardsF1(corpora),
      heldOutF1: heldOutF1(corpora),
      experienceF1: experienceF1(corpora),
    },
  };
}

async function measureRelations(corpora: string): Promise<MeaningFigures['relations']> {
  const folder = join(corpora, 'decrees-2026');
  const names = readdirSync(folder);
  let [right, found, expected] = [0, 0, 0];
  for (const [part, key] of Object.entries(DECREES)) {
    const name = names.find((one) => one.includes(part)) ?? part;
    const raw = await readDocument(readFileSync(join(folder, name)), name);
    const said = parseDirective(raw, { fileName: name }).relations.map(writeRelation);
    right += agreeing(said, key);
    found += said.length;
    expected += key.length;
  }
  return { precision: found === 0 ? 0 : right / found, recall: expected === 0 ? 0 : right / expected };
}

function heldOutF1(corpora: string): number {
  const packed = readFileSync(join(corpora, 'phap-dien', 'articles.jsonl.gz'));
  return f1(
    jsonLines<Article>(gunzipSync(packed).toString('utf8')).flatMap(({ id, heading, text, article }) => {
      const key = HELD_OUT[id];
      if (key === undefined) return [];
      const found = writtenRequirements(proposalsOfArticle(`Điều ${article ?? 1}. ${heading}`, text));
      return [{ found, expected: key.map((one) => one.split('|').sort().join('|')) }];
    }),
  );
}
