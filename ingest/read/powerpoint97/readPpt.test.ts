import { describe, expect, it } from 'vitest';
import { makeCompound } from '../compound.testing.ts';
import { refusalOf } from '../refusal.testing.ts';
import { readPpt } from './readPpt.ts';

const number = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};
function record(type: number, body: Buffer, isContainer = false): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16LE(isContainer ? 0xf : 0, 0);
  head.writeUInt16LE(type, 2);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
const container = (type: number, ...parts: readonly Buffer[]) => record(type, Buffer.concat(parts), true);
const narrow = (text: string) => record(0x0fa8, Buffer.from(text, 'latin1'));
const wide = (text: string) => record(0x0fa0, Buffer.from(text, 'utf16le'));
const kind = (value: number) => record(0x0f9f, number(value));

/** A presentation of one slide: its texts in the outline, and a box that is drawn on it. */
function makePpt(options: { readonly token?: number; readonly previousEdit?: number } = {}): Buffer {
  const outline = [
    record(0x03f3, Buffer.concat([number(2), Buffer.alloc(16)])),
    kind(0),
    narrow('Båi d­ìng c¸n bé'),
  ];
  const list = container(0x0ff0, ...outline, kind(1), wide('Thø nhÊt\rThø hai\v®ång thêi'));
  const document = container(0x03e8, list);
  const box = container(
    0xf00d,
    record(0x0f9e, number(0)),
    record(0x0f9e, number(1)),
    kind(4),
    narrow('Ghi chó cña b¶ng'),
  );
  const slide = container(0x03ee, container(0x040c, box));
  const directory = record(
    0x1772,
    Buffer.concat([number(1 | (2 << 20)), number(0), number(document.length)]),
  );
  const at = document.length + slide.length;
  const edit = record(
    0x0ff5,
    Buffer.concat([
      Buffer.alloc(8),
      number(options.previousEdit ?? 0),
      number(at),
      number(1),
      Buffer.alloc(8),
    ]),
  );
  const user = Buffer.concat([
    Buffer.alloc(12),
    number(options.token ?? 0xe391c05f),
    number(at + directory.length),
  ]);
  const main = Buffer.concat([document, slide, directory, edit]);
  return makeCompound({ 'PowerPoint Document': main, 'Current User': user });
}

describe('an old PowerPoint presentation', () => {
  it('gives the texts of its slides, each slide a page', () => {
    const { lines, warnings } = readPpt(makePpt(), 'cũ.ppt');
    expect(lines.map(({ role, text, page }) => `${page} ${role}: ${text}`)).toEqual([
      '1 heading: Bồi dưỡng cán bộ',
      '1 paragraph: Thứ nhất',
      '1 line: Thứ hai',
      '1 line: đồng thời',
      '1 paragraph: Ghi chú của bảng',
    ]);
    expect(warnings).toEqual([expect.stringContaining('TCVN3')]);
  });

  it('ends where its saves point to each other', () => {
    expect(readPpt(makePpt({ previousEdit: 8 }), 'cũ.ppt').lines.length).toBeGreaterThan(0);
  });

  it('is refused where it is locked or empty', async () => {
    const sentence = async (bytes: Buffer) => (await refusalOf(() => readPpt(bytes, 'cũ.ppt'))).sentence;
    expect(await sentence(makePpt({ token: 0xf3d1c4df }))).toContain('mật khẩu');
    expect(await sentence(makeCompound({ 'PowerPoint Document': Buffer.alloc(40) }))).toContain('bị hỏng');
  });
});
