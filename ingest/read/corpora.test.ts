import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaveOut, need } from '../../testing/prerequisites.ts';
import type { RawDocument } from './rawDocument.ts';
import { readDocument } from './readDocument.ts';

async function files(folder: string, ending: RegExp): Promise<readonly string[]> {
  const root = path.join(need('corpora'), folder);
  return (await readdir(root, { recursive: true }))
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => path.join(root, name));
}

const words = (text: string) =>
  text
    .normalize('NFC')
    .split(/[\s|]+/)
    .filter((word) => word !== '');
const wordsOf = (raw: RawDocument) => raw.lines.flatMap((line) => words(line.text));

const engines = leaveOut('pdftotext') ? [null] : [undefined, null];

describe.skipIf(leaveOut('corpora'))('real decrees in Markdown', () => {
  it('keep every word and every article heading', async () => {
    for (const file of await files('decrees-2026', /\.md$/)) {
      const bytes = await readFile(file);
      const raw = await readDocument(bytes, path.basename(file));
      const source = bytes.toString('utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
      const headings = [...source.matchAll(/^#{3,4} (Điều \d+\..*)$/gmu)].map(([, heading]) =>
        heading?.trim(),
      );
      expect(
        raw.lines
          .filter((line) => line.role === 'heading' && line.text.startsWith('Điều'))
          .map((line) => line.text),
      ).toEqual(headings);
      // Marks apart, nothing may be lost; letters and figures are what must stay.
      const bare = (text: string) => text.replace(/\]\([^)\s]*\)/g, ']').replace(/[^\p{L}\p{N}]/gu, '');
      expect(bare(raw.lines.map((line) => line.text).join(''))).toBe(bare(source));
      expect(raw.lines.some((line) => /^#|\*\*|\]\(/.test(line.text))).toBe(false);
      expect(raw.meta.title).toBeTruthy();
      expect(raw.warnings).toEqual([]);
    }
  });
});

describe.skipIf(leaveOut('corpora'))('signed PDFs of offices', () => {
  it('are read by either engine where they carry their text', async () => {
    for (const pdftotext of engines) {
      const options = pdftotext === undefined ? {} : { pdftotext };
      for (const file of await files('signed-scans', /real_hanoi_\w+\.pdf$/)) {
        const name = path.basename(file);
        const bytes = await readFile(file);
        const raw = await readDocument(bytes, name, options);
        const transcript = words(await readFile(file.replace('.pdf', '.page1.txt'), 'utf8'));
        const first = new Set(
          raw.lines.filter((line) => line.page === 1).flatMap((line) => words(line.text)),
        );
        const found = transcript.filter((word) => first.has(word)).length;
        expect(found / transcript.length).toBeGreaterThan(0.9);
      }
    }
  });
});

describe.skipIf(leaveOut('corpora'))('documents from before Unicode', () => {
  it('are read from PDF by either engine', async () => {
    for (const file of await files('legacy-vietnamese/files', /\.pdf$/)) {
      const transcript = await readFile(file.replace(/files.\w+/, 'truth').replace('.pdf', '.txt'), 'utf8');
      for (const pdftotext of engines) {
        const options = pdftotext === undefined ? {} : { pdftotext };
        const raw = await readDocument(await readFile(file), path.basename(file), options);
        const found = new Set(wordsOf(raw));
        const wanted = words(transcript);
        expect(wanted.filter((word) => found.has(word)).length / wanted.length).toBeGreaterThan(0.98);
        expect(raw.warnings.join(' ')).toContain('TCVN3');
      }
    }
  });

  it('are read without complaint once they are Unicode', async () => {
    for (const file of await files('legacy-vietnamese/truth', /\.txt$/)) {
      const raw = await readDocument(await readFile(file), path.basename(file));
      expect(raw.lines.length).toBeGreaterThan(0);
    }
  });
});

const head =
  '<table width="100%"><tr><td align="center"><b>CHÍNH PHỦ</b><br>-------<br>Số: 77/2026/NĐ-CP</td><td align="center"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br>Độc lập - Tự do - Hạnh phúc<br>------<br>Hà Nội, ngày 01 tháng 6 năm 2026</td></tr></table>';
const foot =
  '<table width="100%"><tr><td><i>Nơi nhận:</i><br>- Ban mẫu;<br>- Lưu: VT.</td><td align="center"><b>TM. CHÍNH PHỦ</b><br><br><br>Trần Văn Mẫu</td></tr></table>';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

describe.skipIf(leaveOut('corpora') || leaveOut('soffice'))(
  'files that LibreOffice makes of real decrees',
  () => {
    let folder = '';
    const convert = async (to: string, names: readonly string[]) => {
      const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile'))}`;
      const args = [profile, '--headless', '--convert-to', to, '--outdir', folder];
      await promisify(execFile)(need('soffice'), [...args, ...names.map((name) => path.join(folder, name))]);
    };

    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'read-corpora-'));
      const [file] = await files('decrees-2026', /-88-.*\.md$/);
      const raw = await readDocument(await readFile(file ?? ''), 'a.md');
      const body = raw.lines.map((line) =>
        line.role === 'heading'
          ? `<h3>${escaped(line.text)}</h3>`
          : `<p align="justify">${escaped(line.text)}</p>`,
      );
      const page = `<html><head><meta charset="utf-8"></head><body>${head}${body.join('\n')}${foot}</body></html>`;
      await writeFile(path.join(folder, 'a.html'), page);
      await convert('odt', ['a.html']);
      await convert('docx', ['a.odt']);
      await convert('pdf', ['a.odt']);
    }, 180_000);

    afterAll(async () => {
      await rm(folder, { recursive: true, force: true });
    });

    it('read the same, word by word, as DOCX, as PDF by either engine, and as HTML', async () => {
      const read = async (name: string, options = {}) =>
        wordsOf(await readDocument(await readFile(path.join(folder, name)), name, options));
      const expected = await read('a.html');
      expect(expected.slice(0, 5)).toEqual(['CHÍNH', 'PHỦ', '-------', 'Số:', '77/2026/NĐ-CP']);
      expect(expected.slice(-6)).toEqual(['TM.', 'CHÍNH', 'PHỦ', 'Trần', 'Văn', 'Mẫu']);
      expect(await read('a.docx')).toEqual(expected);
      for (const pdftotext of engines)
        expect(await read('a.pdf', pdftotext === undefined ? {} : { pdftotext })).toEqual(expected);
    });
  },
);
