import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IngestLimits } from '../config.ts';
import { parseFile } from './parseFile.ts';
import { refusalOf } from './read/refusal.testing.ts';

const megabyte = 1024 * 1024;
const limits: IngestLimits = {
  fileBytes: megabyte,
  timeoutMs: 60_000,
  memoryBytes: 1024 * megabyte,
  outputBytes: 50 * megabyte,
};
const directive = [
  'BỘ MẪU',
  'Số: 12/2026/TT-BM',
  'THÔNG TƯ',
  'Quy định mẫu về bồi dưỡng',
  'Điều 1. Phạm vi điều chỉnh',
  '1. Thông tư này quy định việc bồi dưỡng.',
  'Điều 2. Hiệu lực',
  'Thông tư này có hiệu lực từ ngày 01 tháng 7 năm 2026.',
].join('\n\n');

let folder = '';

async function child(source: string): Promise<string> {
  const script = path.join(folder, `${Math.random().toString(36).slice(2)}.mjs`);
  await writeFile(script, `import { writeSync } from 'node:fs';\n${source}`);
  return script;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parse-test-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('a file read in a process of its own', () => {
  it('comes back as a directive', async () => {
    const parsed = await parseFile(Buffer.from(directive), 'mẫu.txt', limits);
    expect(parsed.header.number).toBe('12/2026/TT-BM');
    expect(parsed.provisions.map((provision) => provision.label)).toContain('Điều 2');
    for (const { start, end } of parsed.provisions) expect(parsed.text.slice(start, end)).not.toBe('');
  });

  it('comes back from large files and from several at once', async () => {
    const large = Array.from(
      { length: 2_000 },
      (_, index) => `Điều ${index + 1}. Tên điều\n\nNội dung của điều này được viết dài cho đủ chỗ.`,
    ).join('\n\n');
    const parsed = await Promise.all(
      [large, directive, directive, directive].map((text, index) =>
        parseFile(Buffer.from(text), `tệp${index}.txt`, limits),
      ),
    );
    expect(parsed.map((each) => each.provisions.length > 1)).toEqual([true, true, true, true]);
    expect(parsed[0]?.provisions.filter(({ kind }) => kind === 'dieu')).toHaveLength(2_000);
  });

  it('hands over the refusal of the child as it was', async () => {
    const refusal = await refusalOf(() => parseFile(Buffer.from('%!PS-Adobe'), 'thư mục/cũ.ps', limits));
    expect(refusal).toMatchObject({ name: 'KnownError', code: 'file_unsupported' });
    expect(refusal.sentence).toContain('Tệp “cũ.ps” có vẻ là tệp PostScript');
  });

  it('refuses an empty file without starting anything', async () => {
    expect(
      (await refusalOf(() => parseFile(new Uint8Array(), 'a.pdf', limits, '/missing'))).sentence,
    ).toContain('rỗng');
  });

  it('refuses a file over the limit without starting anything, naming file, limit and setting', async () => {
    const refusal = await refusalOf(() =>
      parseFile(new Uint8Array(megabyte + 1), 'to.pdf', limits, '/missing'),
    );
    expect(refusal.code).toBe('file_too_large');
    expect(refusal.sentence).toMatch(/“to\.pdf” lớn hơn 1 MB.*INGEST_FILE_MB/);
  });
});

describe('a child that misbehaves', () => {
  const failing = async (source: string, own: Partial<IngestLimits> = {}) =>
    refusalOf(async () => parseFile(Buffer.from('x'), 'xấu.pdf', { ...limits, ...own }, await child(source)));

  it.each([
    ['time', 'setInterval(() => {}, 1000);', { timeoutMs: 500 }, 'quá 0.5 giây', 'INGEST_TIMEOUT_SECONDS'],
    [
      'memory',
      'const a = []; for (;;) a.push(new Array(1000).fill({}));',
      { memoryBytes: 200 * megabyte },
      'hơn 200 MB bộ nhớ',
      'INGEST_MEMORY_MB',
    ],
    [
      'output',
      `for (;;) writeSync(3, 'x'.repeat(50_000));`,
      { outputBytes: megabyte },
      'hơn 1 MB',
      'INGEST_OUTPUT_MB',
    ],
  ])(
    'over its limit of %s ends in a sentence that names file and limit',
    async (_, source, own, words, setting) => {
      const refusal = await failing(source, own);
      expect(refusal.code).toBe('limit_exceeded');
      expect(refusal.sentence).toContain('“xấu.pdf”');
      expect(refusal.sentence).toContain(words);
      expect(refusal.sentence).toContain(setting);
    },
  );

  it.each([
    ['dies', `process.kill(process.pid, 'SIGSEGV');`],
    ['throws', `throw new Error('x');`],
    ['says nothing', 'process.exit(0);'],
    ['talks nonsense', `writeSync(3, '<html>'); process.exit(0);`],
    [
      'answers in another shape',
      `writeSync(3, '{"status":"parsed","directive":{"text":1}}'); process.exit(0);`,
    ],
  ])('and %s leaves a clear sentence', async (_, source) => {
    const refusal = await failing(source);
    expect(refusal.code).toBe('file_unreadable');
    expect(refusal.sentence).toMatch(/^Không đọc được tệp “xấu.pdf”: .*nạp lại\.$/);
  });
});
