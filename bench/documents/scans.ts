import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { diffArrays } from 'diff';
import { readDocument } from '../../ingest/read/readDocument.ts';
import { findTool } from '../../ingest/systemTools.ts';
import { editDistance } from '../../vietnamese/editDistance.ts';
import { corrected, SCAN_ERRATA } from './scanErrata.ts';

/** Differences of more words than this in one piece are no misread letters: passages left out, or made up. */
const longestMisreading = 6;
/** Fewer words than this between two differences happen to be alike. */
const leastAlike = 4;

export type ScanError = {
  /** Edits by letter over the transcript's length, white space collapsed. */
  readonly all: number;
  /**
   * Of these, the ones in pieces of few words: what was misread, apart from passages that only one of the two texts
   * has. Transcripts made by machine hold such passages.
   */
  readonly misread: number;
};

const plain = (text: string) => text.normalize('NFC').replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();

/** How far a reading is from a transcript. */
export function scanError(reading: string, transcript: string): ScanError {
  const wanted = plain(transcript);
  let misread = 0;
  let removed: string[] = [];
  let added: string[] = [];
  let pending: string[] = [];
  const close = () => {
    if (Math.max(removed.length, added.length) <= longestMisreading)
      misread += editDistance(removed.join(' '), added.join(' '));
    removed = [];
    added = [];
    pending = [];
  };
  for (const { value, removed: isRemoved, added: isAdded } of diffArrays(
    wanted.split(' '),
    plain(reading).split(' '),
  )) {
    if (!isRemoved && !isAdded) {
      if (value.length >= leastAlike) close();
      else pending = [...value];
      continue;
    }
    removed.push(...pending);
    added.push(...pending);
    pending = [];
    (isRemoved ? removed : added).push(...value);
  }
  close();
  return { all: editDistance(wanted, plain(reading)) / wanted.length, misread: misread / wanted.length };
}

const run = promisify(execFile);

/** What `tesseract` makes of the page by itself, with the system's Vietnamese data; `null` where it is not installed. */
async function plainTesseract(file: string): Promise<string | null> {
  const [tesseract, pdftoppm] = await Promise.all([findTool('tesseract'), findTool('pdftoppm')]);
  if (tesseract === null || pdftoppm === null) return null;
  const options = { encoding: 'buffer', maxBuffer: 100_000_000 } as const;
  const { stdout } = await run(pdftoppm.path, ['-r', '300', '-gray', '-png', '-singlefile', file], options);
  const reading = run(tesseract.path, ['stdin', 'stdout', '-l', 'vie'], {
    maxBuffer: 10_000_000,
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
  reading.child.stdin?.end(stdout);
  return (await reading).stdout;
}

/** A reading's error against the transcript as it is given, and against the transcript put right by eye. */
export type ScanErrors = { readonly given: ScanError; readonly corrected: ScanError };

export type ScanRow = {
  readonly file: string;
  readonly tesseract: ScanErrors | null;
  readonly packaged: ScanErrors;
  readonly plain: ScanErrors | null;
  /** What a reading without any fault would score against the transcript as it is given. */
  readonly flawless: ScanError;
  readonly seconds: number;
};

async function readPage(file: string, tesseract?: null): Promise<string> {
  const options = tesseract === null ? { tesseract } : {};
  const raw = await readDocument(await readFile(file), path.basename(file), options);
  const text = raw.lines.map((line) => line.text).join('\n');
  // A line that breaks inside a document's number goes on without a space, as in the paragraphs made of lines.
  return text.replace(/(\d\/\p{Lu}[\p{L}-]*[-‐])\n+(?=\p{Lu}{2})/gu, '$1');
}

/** Errors on the first pages of signed scans: with `tesseract`, with the packaged engine, and `tesseract` by itself. */
export async function measureScans(folder: string): Promise<readonly ScanRow[]> {
  const rows: ScanRow[] = [];
  const names = (await readdir(folder)).filter((name) => name.endsWith('.page1.pdf')).sort();
  for (const name of names) {
    const file = path.join(folder, name);
    const transcript = await readFile(file.replace(/\.pdf$/, '.txt'), 'utf8');
    const key = corrected(transcript, SCAN_ERRATA[name.replace(/\.pdf$/, '')] ?? []);
    const errors = (reading: string) => ({
      given: scanError(reading, transcript),
      corrected: scanError(reading, key),
    });
    const start = performance.now();
    const own = (await findTool('tesseract')) === null ? null : await readPage(file);
    const seconds = Math.round((performance.now() - start) / 100) / 10;
    const alone = await plainTesseract(file);
    rows.push({
      file: name,
      tesseract: own === null ? null : errors(own),
      packaged: errors(await readPage(file, null)),
      plain: alone === null ? null : errors(alone),
      flawless: scanError(key, transcript),
      seconds,
    });
  }
  return rows;
}

const percent = (share: number | undefined) =>
  share === undefined ? '–' : `${(Math.round(share * 10_000) / 100).toFixed(2)} %`;

/** The rows of a table for people: "corrected" is against the transcripts put right by eye, "given" as they are. */
export function scanRows(rows: readonly ScanRow[]): readonly object[] {
  return rows.map(({ file, tesseract, packaged, plain: alone, flawless, seconds }) => ({
    file,
    'ours, corrected': percent(tesseract?.corrected.all),
    'packaged, corrected': percent(packaged.corrected.all),
    'tesseract alone, corrected': percent(alone?.corrected.all),
    'flawless, given': percent(flawless.all),
    'ours, given': percent(tesseract?.given.all),
    'ours, given, misread': percent(tesseract?.given.misread),
    'packaged, given': percent(packaged.given.all),
    'tesseract alone, given': percent(alone?.given.all),
    seconds,
  }));
}
