import { crc32, deflateRawSync } from 'node:zlib';

/** A member of an archive that tests write by hand; what is not said is as it should be. */
export type RawEntry = {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  /** Packed already, for members that share or lie about their bytes. */
  readonly packed?: Uint8Array;
  readonly declaredBytes?: number;
  readonly checksum?: number;
  readonly method?: number;
  /** Bit 0: encrypted; bit 11: the name is UTF-8. */
  readonly flags?: number;
  /** The offset of another member's head, in place of its own. */
  readonly offset?: number;
};

/** An archive with exactly these members, whatever they claim. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? '');
    const method = entry.method ?? 8;
    const packed = entry.packed ?? (method === 0 ? content : deflateRawSync(content));
    const name = Buffer.from(entry.name);
    const flags = entry.flags ?? (typeof entry.name === 'string' ? 0x800 : 0);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(flags, 6);
    head.writeUInt16LE(method, 8);
    head.writeUInt32LE(entry.checksum ?? crc32(content), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(entry.declaredBytes ?? content.length, 22);
    head.writeUInt16LE(name.length, 26);
    const listed = Buffer.alloc(46);
    listed.writeUInt32LE(0x02014b50, 0);
    listed.writeUInt16LE(20, 4);
    head.copy(listed, 6, 4, 30);
    listed.writeUInt32LE(entry.offset ?? at, 42);
    directory.push(listed, name);
    if (entry.offset !== undefined) continue;
    parts.push(head, name, Buffer.from(packed));
    at += head.length + name.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listing, end]);
}
