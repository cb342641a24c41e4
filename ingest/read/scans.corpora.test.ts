import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { corrected, SCAN_ERRATA } from '../../bench/documents/scanErrata.ts';
import { scanError } from '../../bench/documents/scans.ts';
import { leaveOut, need } from '../../testing/prerequisites.ts';
import { parseDirective } from '../parseDirective.ts';
import { pdfjsRenderer } from './pdf/pdfjsRenderer.ts';
import { readDocument } from './readDocument.ts';

const file = (name: string) => path.join(need('corpora'), 'signed-scans', name);

async function read(name: string, tesseract?: null) {
  const options = tesseract === null ? { tesseract } : {};
  return readDocument(await readFile(file(name)), name, options);
}

const engines = leaveOut('tesseract') ? ([null] as const) : ([undefined, null] as const);

describe.skipIf(leaveOut('corpora'))('signed scans', { timeout: 120_000 }, () => {
  it('are drawn without poppler too where a fax code holds the page, after their text layer was read', async () => {
    const bytes = await readFile(file('real_qd_729_ttg.pdf'));
    await (await getDocumentProxy(Uint8Array.from(bytes))).loadingTask.destroy();
    const renderer = await pdfjsRenderer(bytes);
    const page = await renderer.draw(1, 50);
    await renderer.close();
    // Without its decoder the page is white but for the coat of arms.
    const dark = page?.data.filter((value) => value < 128).length ?? 0;
    expect(dark / (page?.data.length ?? 1)).toBeGreaterThan(0.01);
  });

  it('are read nearly letter by letter, with and without tesseract', async () => {
    const name = 'real_hanoi_qd_2280_water.page1';
    const transcript = await readFile(file(`${name}.txt`), 'utf8');
    const printed = corrected(transcript, SCAN_ERRATA[name] ?? []);
    for (const engine of engines) {
      const raw = await read(`${name}.pdf`, engine);
      const text = raw.lines.map((line) => line.text).join('\n');
      expect(scanError(text, transcript).all).toBeLessThan(engine === null ? 0.03 : 0.02);
      expect(scanError(text, printed).all).toBeLessThan(engine === null ? 0.02 : 0.015);
    }
  });

  it('give number, date, issuer and type under stamps, and nothing of the signature stamp', async () => {
    const raw = await read('real_cv_3722_metro.pdf');
    const { header, text } = parseDirective(raw, { fileName: 'scan.pdf' });
    expect(header).toMatchObject({
      number: '3722/VPCP-CN',
      type: 'Công văn',
      issuer: 'Văn phòng Chính phủ',
      issued: '2026-04-28',
      // Half of it stands under the stamp.
      signer: 'Phạm Mạnh Cường',
    });
    expect(text).not.toMatch(/Thời gian ký|@chinhphu/);
  });

  it('give a number that a hand wrote, and say that it is one', async () => {
    const raw = await read('real_qd_729_ttg.pdf');
    const { header, warnings } = parseDirective(raw, { fileName: 'scan.pdf' });
    expect(header).toMatchObject({ number: '729/QĐ-TTg', type: 'Quyết định', issued: '2026-04-23' });
    expect(header.signer).toBe('Lê Minh Hưng');
    expect(header.title).toMatch(/^Phê chuẩn kết quả bầu .* 2026 - 2031$/u);
    expect(warnings.join(' ')).toContain('viết tay hoặc đóng số ở đầu văn bản (số 729/QĐ-TTg');
  });

  it('give the day that a hand wrote beside a black stamp, and say what is inferred', async () => {
    const { header, warnings } = parseDirective(await read('real_tt_21_bct_fuel.pdf'), {
      fileName: 'scan.pdf',
    });
    expect(header).toMatchObject({
      ...{ number: '21/2026/TT-BCT', type: 'Thông tư', issuer: 'Bộ Công Thương' },
      ...{ issued: '2026-04-28', effective: '2026-04-29' },
    });
    expect(warnings.join(' ')).toContain('28/4/2026 là suy ra từ ngày ký số 29/4/2026');
  });
});
