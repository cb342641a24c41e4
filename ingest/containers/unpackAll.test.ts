import CFB from 'cfb';
import { describe, expect, it } from 'vitest';
import { makeDocx, paragraph } from '../read/docx/docx.testing.ts';
import { rawZip } from '../read/rawZip.testing.ts';
import { refusalOf } from '../read/refusal.testing.ts';
import { testLimits } from './limits.testing.ts';
import { unpackAll } from './unpackAll.ts';
import { unpackFile } from './unpackFile.ts';

const text = 'Điều 1. Phạm vi điều chỉnh';

async function unpack(bytes: Uint8Array, fileName: string) {
  const unpacked = await unpackAll(bytes, fileName, testLimits.fileBytes);
  if (unpacked === null) throw new Error('not taken for a container');
  return {
    names: unpacked.members.map((member) => member.fileName),
    texts: unpacked.members.map((member) => Buffer.from(member.bytes).toString('utf8')),
    refusals: unpacked.members.map((member) => member.refusal),
    warnings: unpacked.warnings,
  };
}

function letter(...parts: readonly string[]): Buffer {
  const head =
    'From: a@mau.vn\r\nTo: b@mau.vn\r\nSubject: =?utf-8?Q?V=C4=83n_b=E1=BA=A3n?=\r\nMIME-Version: 1.0\r\n';
  const body = parts.map((part) => `--r\r\n${part}\r\n`).join('');
  return Buffer.from(`${head}Content-Type: multipart/mixed; boundary="r"\r\n\r\n${body}--r--\r\n`);
}

const plain = (words: string) => `Content-Type: text/plain; charset=utf-8\r\n\r\n${words}`;
const attached = (name: string, content: Uint8Array | string, type = 'application/octet-stream') =>
  `Content-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}`;

describe('an archive', () => {
  it('gives its documents by their names, without what systems leave beside them', async () => {
    const unpacked = await unpack(
      rawZip([
        { name: 'thư mục/', content: '' },
        { name: 'thư mục/quyết định.txt', content: text },
        { name: '__MACOSX/thư mục/._quyết định.txt', content: 'x' },
        { name: '.DS_Store', content: 'x' },
        { name: 'thư mục/Thumbs.db', content: 'x' },
        { name: '~$quyết định.docx', content: 'x' },
        { name: 'b.md', content: text, method: 0 },
      ]),
      'hồ sơ.zip',
    );
    expect(unpacked.names).toEqual(['quyết định.txt', 'b.md']);
    expect(unpacked.texts).toEqual([text, text]);
    expect(unpacked.refusals).toEqual([null, null]);
  });

  it('gives what is left of one that is cut off or has lost part of its directory, and says so', async () => {
    const whole = rawZip([
      { name: 'một.txt', content: text },
      { name: 'hai.txt', content: `${text} hai` },
      { name: 'ba.txt', content: `${text} ba ${'x'.repeat(200)}` },
    ]);
    const directory = whole.indexOf('PK\u0001\u0002', 0, 'latin1');
    const second = whole.indexOf('PK\u0001\u0002', directory + 4, 'latin1');
    const lost = Buffer.from(whole);
    lost.write('XXXX', second, 'latin1');
    const broken = await unpack(lost, 'mất mục lục.zip');
    expect(broken.names).toEqual(['một.txt', 'hai.txt', 'ba.txt']);
    expect(broken.refusals).toEqual([null, null, null]);
    const cut = await unpack(whole.subarray(0, directory - 10), 'cụt.zip');
    expect(cut.names).toEqual(['một.txt', 'hai.txt', 'ba.txt']);
    expect(cut.refusals).toEqual([null, null, expect.stringContaining('“ba.txt” trong “cụt.zip” bị hỏng')]);
    expect([broken.warnings, cut.warnings]).toEqual([
      [expect.stringContaining('“mất mục lục.zip” bị hỏng')],
      [expect.stringContaining('“cụt.zip” bị hỏng')],
    ]);
    const document = await makeDocx(paragraph(text));
    expect(await unpackAll(document.subarray(0, document.length - 60), 'cụt.docx', 1_000_000)).toBeNull();
  });

  it('gives names in UTF-8, windows-1258 and code page 437', async () => {
    const names = [
      Buffer.from('Quyết định.txt'),
      // "Quyết định số 5.txt" as Windows writes it, tones behind their letters.
      Buffer.from('517579eaec7420f069f26e682073f4ec20352e747874', 'hex'),
      // "Báo cáo.txt"
      Buffer.from('42a06f2063a06f2e747874', 'hex'),
    ];
    const { names: read } = await unpack(rawZip(names.map((name) => ({ name, content: text }))), 'a.zip');
    expect(read[0]).toBe('Quyết định.txt');
    expect(read[1]).toBe('Quyết định số 5.txt');
    expect(read[2]).toBe('Báo cáo.txt');
  });

  it('loses none of its documents to those that cannot be taken out, and names these', async () => {
    const unpacked = await unpack(
      rawZip([
        { name: 'khóa.docx', content: 'x', flags: 0x801 },
        { name: 'hỏng.docx', content: 'nội dung', checksum: 1 },
        { name: 'cụt.docx', packed: Buffer.from([1, 2, 3]), declaredBytes: 100 },
        { name: 'dối.docx', content: 'x'.repeat(5000), declaredBytes: 10 },
        { name: 'lạ.docx', content: 'x', method: 12 },
        { name: 'to.docx', content: 'x', declaredBytes: 0xffff_ffff - 400_000_000 * 10 },
        { name: 'tốt.txt', content: text },
      ]),
      'a.zip',
    );
    expect(unpacked.names.at(-1)).toBe('tốt.txt');
    expect(unpacked.refusals.at(-1)).toBeNull();
    for (const [index, refusal] of unpacked.refusals.slice(0, -1).entries()) {
      expect(refusal).toContain(`“${unpacked.names[index]}” trong “a.zip”`);
    }
    expect(unpacked.refusals[0]).toContain('mật khẩu');
  });

  it('is opened with the archives and letters in it, down to a depth', async () => {
    const nested = (depth: number): Buffer =>
      depth === 0
        ? Buffer.from(text)
        : rawZip([{ name: depth === 1 ? 'văn bản.txt' : `lớp ${depth}.zip`, content: nested(depth - 1) }]);
    expect((await unpack(nested(3), 'a.zip')).names).toEqual(['văn bản.txt']);
    const deep = await unpack(nested(4), 'a.zip');
    expect(deep.refusals[0]).toContain('quá nhiều lớp');
    const mixed = rawZip([
      { name: 'thư.eml', content: letter(plain('Kính gửi.'), attached('a.txt', text)) },
      { name: 'hỏng.zip', content: Buffer.concat([rawZip([{ name: 'x', content: 'y' }]).subarray(0, 20)]) },
      { name: 'b.txt', content: text },
    ]);
    const unpacked = await unpack(mixed, 'a.zip');
    expect(unpacked.names).toEqual(['a.txt', 'hỏng.zip', 'b.txt']);
    expect(unpacked.warnings.join()).toContain('Lời trong thư “thư.eml”');
  });

  it('never gives a name that leads elsewhere', async () => {
    const { names } = await unpack(
      rawZip(
        ['../../etc/passwd', '/etc/cron.d/x', 'C:\\Windows\\x.txt', 'a\u0000\u202Etxt.exe', '..', ' '].map(
          (name) => ({
            name,
            content: text,
          }),
        ),
      ),
      'a.zip',
    );
    expect(names).toEqual(['passwd', 'x', 'x.txt', 'atxt.exe', 'không tên', 'không tên']);
    for (const name of names) expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u);
  });
});

describe('a letter', () => {
  it('gives what is attached, and its own words where they are more than a few lines', async () => {
    const docx = await makeDocx(paragraph(text));
    const short = letter(plain('Kính gửi các đơn vị.\r\nXem tệp kèm theo.'), attached('a.docx', docx));
    const read = await unpack(short, 'thư.eml');
    expect(read.names).toEqual(['a.docx']);
    expect(read.warnings.join()).toContain('chỉ là vài dòng');
    const line =
      'Đề nghị các đơn vị rà soát, lập danh sách cán bộ cần bồi dưỡng và gửi về trước ngày quy định.';
    const long = letter(plain(Array.from({ length: 8 }, () => line).join('\r\n')), attached('a.docx', docx));
    const whole = await unpack(long, 'thư.eml');
    expect(whole.names).toEqual(['Văn bản.txt', 'a.docx']);
    expect(whole.texts[0]).toContain(line);
    expect(whole.warnings).toEqual([]);
  });

  it('gives the letters attached to it, and leaves logos and signatures', async () => {
    const inner = letter(plain('Chuyển tiếp.'), attached('trong.txt', text));
    const logo =
      'Content-Type: image/png\r\nContent-Disposition: inline\r\nContent-ID: <logo>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=';
    const read = await unpack(
      letter(
        plain('Xem.'),
        `Content-Type: message/rfc822\r\n\r\n${inner.toString()}`,
        logo,
        attached('smime.p7s', 'x', 'application/pkcs7-signature'),
      ),
      'thư.eml',
    );
    expect(read.names).toEqual(['trong.txt']);
  });

  it('of Outlook gives what is attached', async () => {
    const file = CFB.utils.cfb_new();
    const add = (path: string, content: Buffer) => CFB.utils.cfb_add(file, path, content);
    const attachment = '/__attach_version1.0_#00000000';
    add('/__properties_version1.0', Buffer.alloc(32));
    add('/__substg1.0_1000001F', Buffer.from('Kính gửi.', 'utf16le'));
    add(`${attachment}/__substg1.0_3707001F`, Buffer.from('quyết định.txt', 'utf16le'));
    add(`${attachment}/__substg1.0_37010102`, Buffer.from(text));
    const bytes = Buffer.from(CFB.write(file, { type: 'buffer' }) as Buffer);
    const read = await unpack(bytes, 'thư.msg');
    expect(read.names).toEqual(['quyết định.txt']);
    expect(read.texts).toEqual([text]);
    expect(read.warnings.join()).toContain('chỉ là vài dòng');
  });
});

describe('in a process of its own', () => {
  it('a container is opened to the same, and refused with the same words', async () => {
    const archive = rawZip([
      { name: 'a.txt', content: text },
      { name: 'rỗng.txt', content: '' },
      { name: 'hỏng.txt', content: 'x', checksum: 1 },
      { name: 'b.bin', content: Buffer.from([0, 10, 255]) },
    ]);
    const own = await unpackFile(archive, 'a.zip', testLimits);
    const direct = await unpackAll(archive, 'a.zip', testLimits.fileBytes);
    expect(own?.members.map((member) => ({ ...member, bytes: Buffer.from(member.bytes) }))).toEqual(
      direct?.members.map((member) => ({ ...member, bytes: Buffer.from(member.bytes) })),
    );
    const locked = rawZip([{ name: 'a.docx', content: 'x', flags: 1 }]);
    expect((await refusalOf(() => unpackFile(locked, 'a.zip', testLimits))).sentence).toContain('mật khẩu');
  });
});

describe('a document', () => {
  it('is no container, even when archives are made of the same stuff', async () => {
    expect(await unpackFile(await makeDocx(paragraph(text)), 'a.docx', testLimits)).toBeNull();
    expect(await unpackFile(Buffer.from(text), 'a.txt', testLimits)).toBeNull();
    const pdf = Buffer.concat([Buffer.from('%PDF-1.4\n'), rawZip([{ name: 'a.txt', content: text }])]);
    expect(await unpackFile(pdf, 'a.zip', testLimits)).toBeNull();
  });
});
