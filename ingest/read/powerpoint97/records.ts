/** One record of the stream; a container's body holds records in turn. [MS-PPT] 2.3.1. */
export type PptRecord = {
  readonly type: number;
  readonly instance: number;
  readonly isContainer: boolean;
  readonly body: Buffer;
};

export const RECORD = {
  document: 0x03e8,
  slide: 0x03ee,
  slideLink: 0x03f3,
  drawing: 0x040c,
  slideList: 0x0ff0,
  edit: 0x0ff5,
  textReference: 0x0f9e,
  textHead: 0x0f9f,
  wideText: 0x0fa0,
  narrowText: 0x0fa8,
  directory: 0x1772,
} as const;

const HEAD = 8;
/** Deeper than any drawing groups its shapes. */
const DEEPEST = 60;

/** The record at an offset, cut to what there is; `null` past the end. */
export function recordAt(stream: Buffer, at: number): PptRecord | null {
  if (at < 0 || at + HEAD > stream.length) return null;
  const head = stream.readUInt16LE(at);
  const size = stream.readUInt32LE(at + 4);
  return {
    type: stream.readUInt16LE(at + 2),
    instance: head >>> 4,
    isContainer: (head & 0xf) === 0xf,
    body: stream.subarray(at + HEAD, at + HEAD + size),
  };
}

/** The records in a body, one after the other. */
export function* recordsIn(body: Buffer): Generator<PptRecord> {
  for (let at = 0; at + HEAD <= body.length; at += HEAD + body.readUInt32LE(at + 4)) {
    const record = recordAt(body, at);
    if (record !== null) yield record;
  }
}

/** All records inside, at any depth, parents first. */
export function* recordsWithin(body: Buffer, depth = 0): Generator<PptRecord> {
  for (const record of recordsIn(body)) {
    yield record;
    if (record.isContainer && depth < DEEPEST) yield* recordsWithin(record.body, depth + 1);
  }
}
