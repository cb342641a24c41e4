import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { KnownError } from '../../errors.ts';
import { legacyRows, measureLegacyFiles } from './legacyFiles.ts';
import { measureMeaning } from './meaning.ts';
import { measurePdfSpeed } from './pdfSpeed.ts';
import { measureScans, scanRows } from './scans.ts';

const BESIDE = path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'corpora');

/** What `bench documents` measures, by the name of its section. Each returns the rows of a table. */
const SECTIONS: Readonly<Record<string, (corpora: string) => Promise<readonly object[]>>> = {
  speed: measurePdfSpeed,
  meaning: async (corpora) => {
    const { headerFields, relations, requirements } = await measureMeaning(corpora);
    return [{ headerFields: headerFields.accuracy, ...relations, ...requirements }];
  },
  legacy: async (corpora) => legacyRows(await measureLegacyFiles(path.join(corpora, 'legacy-vietnamese'))),
  scans: async (corpora) => scanRows(await measureScans(path.join(corpora, 'signed-scans'))),
};

type DocumentsOptions = {
  readonly corpora: string;
  readonly only?: readonly string[];
  readonly json?: boolean;
};

/** `bench documents`: how rightly and how fast documents are read. */
export function documentsCommand(): Command {
  return new Command('documents')
    .description(
      'how rightly and how fast documents are read: old formats and encodings, scans, what they say',
    )
    .option('--corpora <folder>', 'the folder of real documents', BESIDE)
    .option('--only <section...>', `some sections: ${Object.keys(SECTIONS).join(', ')}`)
    .option('--json', 'one JSON value')
    .action(async ({ corpora, only, json }: DocumentsOptions) => {
      if (!existsSync(corpora))
        throw new KnownError('file_missing', `Không có thư mục ${corpora}. Hãy cho --corpora THƯ_MỤC.`);
      const figures: Record<string, unknown> = {};
      for (const [name, measure] of Object.entries(SECTIONS)) {
        if (only !== undefined && !only.includes(name)) continue;
        const rows = await measure(corpora);
        figures[name] = rows;
        if (json !== true) console.log(name);
        if (json !== true) console.table(rows);
      }
      const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
      console.log(json === true ? JSON.stringify({ ...figures, peakMegabytes }) : { peakMegabytes });
    });
}
