import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readDocument } from '../../ingest/read/readDocument.ts';
import { type Accuracy, accuracy, type Share, share, sumOf } from './accuracy.ts';

/** A file of the collection beside its transcript. */
export type LegacyFile = {
  readonly name: string;
  readonly format: string;
  readonly encoding: string;
  readonly bytes: number;
  readonly seconds: number;
  /** `null`: it could not be read. */
  readonly text: string | null;
  readonly accuracy: Accuracy;
};

/** One file, read as the product reads it. What cannot be read counts as empty. */
async function measureFile(root: string, encoding: string, name: string): Promise<LegacyFile> {
  const stem = name.replace(/\.[^.]+$/, '');
  const transcript = await readFile(path.join(root, 'truth', `${stem}.txt`), 'utf8');
  const bytes = await readFile(path.join(root, 'files', encoding, name));
  const start = performance.now();
  let text: string | null = null;
  try {
    text = (await readDocument(bytes, name)).lines.map((line) => line.text).join('\n');
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  const seconds = (performance.now() - start) / 1000;
  return {
    ...{ name, encoding, seconds, text },
    format: path.extname(name).slice(1),
    bytes: bytes.length,
    accuracy: accuracy(text ?? '', transcript),
  };
}

/** Every file of the collection at `root`, one after the other. */
export async function measureLegacyFiles(root: string): Promise<readonly LegacyFile[]> {
  const measured: LegacyFile[] = [];
  for (const encoding of (await readdir(path.join(root, 'files'))).sort())
    for (const name of (await readdir(path.join(root, 'files', encoding))).sort())
      measured.push(await measureFile(root, encoding, name));
  return measured;
}

export type LegacyRow = {
  readonly encoding: string;
  readonly format: string;
  readonly files: string;
  readonly diacritics: number;
  readonly diacriticsInCase: number;
  readonly characters: number;
  readonly syllables: number;
  readonly worstFile: number;
  readonly kilobytesPerSecond: number;
};

const rounded = (value: number) => Math.round(value * 1e4) / 1e4;
const total = (files: readonly LegacyFile[], of: (file: LegacyFile) => Share) =>
  rounded(share(sumOf(files.map(of))));

function rowOf(encoding: string, format: string, files: readonly LegacyFile[]): LegacyRow {
  const seconds = files.reduce((sum, file) => sum + file.seconds, 0);
  return {
    ...{ encoding, format },
    files: `${files.filter((file) => file.text !== null).length}/${files.length}`,
    diacritics: total(files, (file) => file.accuracy.diacritics),
    diacriticsInCase: total(files, (file) => file.accuracy.diacriticsInCase),
    characters: total(files, (file) => file.accuracy.characters),
    syllables: total(files, (file) => file.accuracy.syllables),
    worstFile: rounded(Math.min(...files.map((file) => share(file.accuracy.diacritics)))),
    kilobytesPerSecond: Math.round(files.reduce((sum, file) => sum + file.bytes, 0) / 1024 / seconds),
  };
}

/** A row for each encoding and format, for each encoding, and for all. */
export function legacyRows(files: readonly LegacyFile[]): readonly LegacyRow[] {
  const kinds = (of: (file: LegacyFile) => string, among = files) => [...new Set(among.map(of))].sort();
  const rows = kinds((file) => file.encoding).flatMap((encoding) => {
    const own = files.filter((file) => file.encoding === encoding);
    const byFormat = kinds((file) => file.format, own).map((format) =>
      rowOf(
        encoding,
        format,
        own.filter((file) => file.format === format),
      ),
    );
    return [...byFormat, rowOf(encoding, 'all', own)];
  });
  return [...rows, rowOf('all', 'all', files)];
}
