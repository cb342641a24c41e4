import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeDocx, paragraph } from '../../ingest/read/docx/docx.testing.ts';
import { makeOpenDocument, makePptx, makeXlsx, shape } from '../../ingest/read/officeXml/office.testing.ts';
import { rawZip } from '../../ingest/read/rawZip.testing.ts';
import { runCli } from '../run.testing.ts';

const words = 'Quy định mẫu về bồi dưỡng cán bộ phường Nam Lam';
const filesJson = z.object({
  warnings: z.array(z.string()),
  files: z.array(
    z.object({
      file: z.string(),
      format: z.string().optional(),
      text: z.string().optional(),
      error: z.object({ code: z.string(), message: z.string() }).optional(),
    }),
  ),
});
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-cli-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('an archive on the command line', () => {
  it('is read as each of its documents, the ones that cannot be told by name', async () => {
    const archive = rawZip([
      { name: 'a.docx', content: await makeDocx(paragraph(words)) },
      { name: 'thư mục/b.odt', content: makeOpenDocument('text', `<text:p>${words}</text:p>`) },
      { name: 'c.xlsx', content: makeXlsx(`<row><c t="inlineStr"><is><t>${words}</t></is></c></row>`) },
      { name: 'd.pptx', content: makePptx([shape([words])]) },
      { name: 'khóa.docx', content: 'x', flags: 0x801 },
      { name: 'lạ.rar', content: Buffer.from('Rar!\x1a\x07\x01\x00xxxxxxxxxxxxxxxxxxxxxx', 'latin1') },
    ]);
    await writeFile(path.join(folder, 'hồ sơ.zip'), archive);
    const run = await runCli(folder, ['read', '--json', path.join(folder, 'hồ sơ.zip')], {});
    expect(run.code).toBe(1);
    const { files } = filesJson.parse(JSON.parse(run.out));
    expect(files.slice(0, 4).map(({ file, format, text }) => [file, format, text])).toEqual([
      ['a.docx', 'docx', words],
      ['b.odt', 'odt', words],
      ['c.xlsx', 'xlsx', words],
      ['d.pptx', 'pptx', words],
    ]);
    expect(files.slice(4).map(({ file, error }) => [file, error?.code])).toEqual([
      ['khóa.docx', 'file_unreadable'],
      ['lạ.rar', 'file_unsupported'],
    ]);
    expect(files[5]?.error?.message).toContain('“lạ.rar” có vẻ là tệp nén');
  });
});
