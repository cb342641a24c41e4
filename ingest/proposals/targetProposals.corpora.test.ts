import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TargetProposal } from '../../domain/proposal.ts';
import { leaveOut, prerequisites } from '../../testing/prerequisites.ts';
import { parseDirective } from '../parseDirective.ts';
import { readDocument } from '../read/readDocument.ts';

const seeds = join(prerequisites.corpora ?? '', '..', 'seeds');

async function targetsOf(start: string): Promise<readonly TargetProposal[]> {
  const name = readdirSync(seeds).find((one) => one.startsWith(start)) ?? start;
  return parseDirective(await readDocument(readFileSync(join(seeds, name)), name), { fileName: name })
    .targets;
}

describe.skipIf(leaveOut('corpora'))('the source documents', () => {
  it('set the targets that their programme lists', async () => {
    const found = (await targetsOf('002')).map(({ percent, count, noun, comparison, conditions }) => [
      percent ?? count,
      noun,
      comparison,
      ...conditions.flatMap(({ anyOf }) => anyOf.map(({ level }) => level)),
    ]);
    expect(found).toEqual([
      [100, null, 'at_least', 'dai_hoc', 'trung_cap'],
      [90, null, 'at_least', 'trung_cap'],
      [90, null, 'at_least', 'cao_cap', 'cao_cap'],
      [45, 'lớp', 'exactly'],
      [5, 'đợt', 'at_least'],
    ]);
  });

  it.each(['000', '001', '003', '004'])('set none where they are press: %s', async (start) => {
    expect(await targetsOf(start)).toEqual([]);
  });
});
