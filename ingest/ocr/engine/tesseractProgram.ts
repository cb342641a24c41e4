import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { packedLanguageData } from './languageData.ts';
import type { GreyImage, Layout, OcrEngine } from './ocrEngine.ts';
import { wordsOfTsv } from './tsv.ts';

const segmentation: Readonly<Record<Layout, string>> = { page: '3', sparse: '11', figures: '7', block: '6' };

/** A page is read in seconds; what takes longer is a picture made to take long. */
const pageTimeoutMs = 50_000;

function portableGreymap({ width, height, data }: GreyImage): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data]);
}

function run(program: string, args: readonly string[], input: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    // One thread: for a single page the program's threads wait for each other more than they read (6 s against 2 s).
    const child = spawn(program, args, {
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: pageTimeoutMs,
      windowsHide: true,
    });
    const output: Buffer[] = [];
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      if (complaint.length < 2000) complaint += chunk.toString('utf8');
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve(Buffer.concat(output).toString('utf8'));
      else reject(new Error(`tesseract ended with code ${code}, signal ${signal}: ${complaint}`));
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/**
 * The machine's own `tesseract`, with the packaged Vietnamese data: they read better than what systems install as
 * `tesseract-ocr-vie`, which is therefore not needed.
 */
export async function tesseractProgram(program: string): Promise<OcrEngine> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-ocr-'));
  await writeFile(path.join(folder, 'vie.traineddata'), await promisify(gunzip)(await packedLanguageData()));
  return {
    name: 'tesseract',
    recognise: async (image, layout) => {
      const languages = ['--tessdata-dir', folder, '-l', 'vie', '--oem', '1'];
      const page = ['--psm', segmentation[layout], '--dpi', String(Math.round(image.dpi))];
      const signs = layout === 'figures' ? ['-c', 'tessedit_char_whitelist=0123456789'] : [];
      const args = ['stdin', 'stdout', ...languages, ...page, ...signs, '-c', 'tessedit_create_tsv=1'];
      return wordsOfTsv(await run(program, args, portableGreymap(image)));
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
