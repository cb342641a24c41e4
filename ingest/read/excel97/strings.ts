const western = new TextDecoder('windows-1252');

/** A string with its length before it; BIFF8 says by a flag whether its letters take one byte or two. */
export function readString(body: Buffer, at: number, isWide: boolean, lengthBytes: 1 | 2 = 2): string {
  const length = lengthBytes === 1 ? body.readUInt8(at) : body.readUInt16LE(at);
  const start = at + lengthBytes;
  if (!isWide) return western.decode(body.subarray(start, start + length));
  const twoBytes = (body.readUInt8(start) & 1) === 1;
  return body.toString(twoBytes ? 'utf16le' : 'latin1', start + 1, start + 1 + length * (twoBytes ? 2 : 1));
}

/** Reads a table of strings that goes on from record to record. */
class Reader {
  readonly #parts: readonly Buffer[];
  #part = 0;
  #at = 0;

  constructor(parts: readonly Buffer[]) {
    this.#parts = parts;
  }

  get isDone(): boolean {
    return this.#part >= this.#parts.length;
  }

  take(count: number): Buffer {
    const found = this.#here().subarray(this.#at, this.#at + count);
    if (found.length < count) throw new RangeError('a string that breaks off');
    this.#at += count;
    return found;
  }

  skip(count: number): void {
    let left = count;
    while (left > 0 && !this.isDone) {
      const step = Math.min(left, this.#here().length - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  /** Letters; where a record ends among them, the next one says anew how wide they are. */
  letters(count: number, twoBytes: boolean): string {
    let [text, left, wide] = ['', count, twoBytes];
    while (left > 0) {
      if (this.#at >= (this.#parts[this.#part]?.length ?? 0)) wide = (this.take(1).readUInt8(0) & 1) === 1;
      const size = wide ? 2 : 1;
      const fits = Math.min(left, Math.floor((this.#here().length - this.#at) / size));
      if (fits === 0) throw new RangeError('a letter that breaks off');
      text += this.take(fits * size).toString(wide ? 'utf16le' : 'latin1');
      left -= fits;
    }
    return text;
  }

  #here(): Buffer {
    while (!this.isDone && this.#at >= (this.#parts[this.#part]?.length ?? 0)) {
      this.#part += 1;
      this.#at = 0;
    }
    const part = this.#parts[this.#part];
    if (part === undefined) throw new RangeError('strings that break off');
    return part;
  }
}

/** The texts that cells share, from their record and those that continue it. [MS-XLS] 2.4.265, 2.5.293. */
export function readSharedTexts(parts: readonly Buffer[]): readonly string[] {
  const reader = new Reader(parts);
  const count = reader.take(8).readUInt32LE(4);
  const texts: string[] = [];
  while (texts.length < count) {
    const length = reader.take(2).readUInt16LE(0);
    const flags = reader.take(1).readUInt8(0);
    const runs = (flags & 8) === 0 ? 0 : reader.take(2).readUInt16LE(0);
    const extra = (flags & 4) === 0 ? 0 : reader.take(4).readUInt32LE(0);
    texts.push(reader.letters(length, (flags & 1) === 1));
    reader.skip(runs * 4 + extra);
  }
  return texts;
}
