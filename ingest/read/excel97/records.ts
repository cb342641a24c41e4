/** One record of a workbook stream. [MS-XLS] 2.1.4. */
export type BiffRecord = { readonly type: number; readonly body: Buffer };

export const RECORD = {
  formula: 0x06,
  end: 0x0a,
  dateMode: 0x22,
  locked: 0x2f,
  font: 0x31,
  more: 0x3c,
  column: 0x7d,
  sheet: 0x85,
  manyNumbers: 0xbd,
  richText: 0xd6,
  cellFormat: 0xe0,
  sharedTexts: 0xfc,
  sharedText: 0xfd,
  number: 0x203,
  text: 0x204,
  truth: 0x205,
  result: 0x207,
  row: 0x208,
  packedNumber: 0x27e,
  numberFormat: 0x41e,
  begin: 0x809,
} as const;

/**
 * The records from an offset to the end of that part of the stream; parts that lie inside (charts) are passed over.
 * Throws a RangeError where a record breaks off.
 */
export function* recordsFrom(stream: Buffer, from: number): Generator<BiffRecord> {
  let depth = 0;
  for (let at = from; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const size = stream.readUInt16LE(at + 2);
    if (at + 4 + size > stream.length) throw new RangeError('a record that breaks off');
    if (type === RECORD.begin) depth += 1;
    if (type === RECORD.end) depth -= 1;
    if (depth <= 0) return;
    if (depth === 1) yield { type, body: stream.subarray(at + 4, at + 4 + size) };
    at += 4 + size;
  }
}
