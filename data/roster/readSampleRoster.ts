import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Roster } from '../../domain/record.ts';
import { cleanText } from '../../vietnamese/text.ts';
import { cadreSchema, unitSchema } from './recordSchema.ts';

const folder = new URL('./', import.meta.url);

async function readYaml(path: string): Promise<unknown> {
  return parse(cleanText(await readFile(new URL(path, folder), 'utf8')));
}

/**
 * The invented people of tỉnh Lam Giang: 120 in eight units, with the units that stood before 01/7/2025. All are marked
 * `sample`. People come in the order of their codes.
 */
export async function readSampleRoster(): Promise<Roster> {
  const files = (await readdir(new URL('cadres/', folder))).filter((name) => name.endsWith('.yaml'));
  const [units, ...cadres] = await Promise.all(
    ['units.yaml', ...files.map((name) => `cadres/${name}`)].map(readYaml),
  );
  const read = {
    units: z.array(unitSchema).parse(units),
    cadres: cadres.flatMap((some) => z.array(cadreSchema).parse(some)),
  };
  return {
    units: read.units.map((unit) => ({ ...unit, sample: true })),
    cadres: read.cadres
      .map((cadre) => ({ ...cadre, sample: true }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}
