import { type ZipMember, zipMembers } from '../read/zipArchive.ts';

/** More are not looked for: whoever lost the directory of thousands packs them again. */
const MOST = 500;
const LOCAL = Buffer.from('PK\u0003\u0004', 'latin1');
const DESCRIPTOR = Buffer.from('PK\u0007\u0008', 'latin1');
const LOCAL_SIZE = 30;
const DESCRIPTOR_SIZE = 16;
const LONGEST_NAME = 1_024;

export type ArchiveMembers = {
  readonly members: readonly ZipMember[];
  /** The directory is broken or cut off, so that nobody can tell whether these are all. */
  readonly isMended: boolean;
};

/**
 * The members of an archive, nothing inflated: as its directory names them, and where that is broken or the file breaks off as they
 * stand one after the other. `null` where there are none.
 */
export function archiveMembers(bytes: Uint8Array): ArchiveMembers | null {
  const listed = zipMembers(bytes);
  if (listed !== null && listed.length >= declaredMembers(bytes)) return { members: listed, isMended: false };
  const known = new Set(listed?.map(({ offset }) => offset));
  const found = standingMembers(bytes).filter(({ offset }) => !known.has(offset));
  const members = [...(listed ?? []), ...found].sort((one, other) => one.offset - other.offset);
  return members.length === 0 ? null : { members, isMended: true };
}

/** How many members the end of the directory speaks of; 0 where that is not there. */
function declaredMembers(bytes: Uint8Array): number {
  const buffer = asBuffer(bytes);
  const end = buffer.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end === -1 || end + 12 > buffer.length) return 0;
  const count = buffer.readUInt16LE(end + 10);
  // Archives of more members than the field can say say this.
  return count === 0xffff ? 0 : count;
}

function standingMembers(bytes: Uint8Array): readonly ZipMember[] {
  const buffer = asBuffer(bytes);
  const members: ZipMember[] = [];
  for (let at = buffer.indexOf(LOCAL); at !== -1 && members.length < MOST; ) {
    const member = memberAt(buffer, at);
    if (member === null) at = buffer.indexOf(LOCAL, at + LOCAL.length);
    else {
      members.push(member);
      const end = dataStart(buffer, at) + member.packedBytes;
      at = end > buffer.length ? -1 : buffer.indexOf(LOCAL, end);
    }
  }
  return members;
}

function dataStart(buffer: Buffer, at: number): number {
  return at + LOCAL_SIZE + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
}

function memberAt(buffer: Buffer, offset: number): ZipMember | null {
  if (offset + LOCAL_SIZE > buffer.length) return null;
  const nameLength = buffer.readUInt16LE(offset + 26);
  if (nameLength === 0 || nameLength > LONGEST_NAME) return null;
  const start = dataStart(buffer, offset);
  const flags = buffer.readUInt16LE(offset + 6);
  const nameEnd = offset + LOCAL_SIZE + nameLength;
  const name = buffer.subarray(offset + LOCAL_SIZE, nameEnd);
  const said = {
    checksum: buffer.readUInt32LE(offset + 14),
    packedBytes: buffer.readUInt32LE(offset + 18),
    unpackedBytes: buffer.readUInt32LE(offset + 22),
  };
  return {
    name: new TextDecoder().decode(name),
    rawName: { bytes: name, isUtf8: (flags & 0x800) !== 0, extra: buffer.subarray(nameEnd, start) },
    encrypted: (flags & 1) === 1,
    method: buffer.readUInt16LE(offset + 8),
    offset,
    // Programs that write as they go say it behind the bytes.
    ...((flags & 8) === 0 || said.packedBytes > 0 ? said : behind(buffer, start)),
  };
}

/** What stands behind a member's bytes about them; of one that is cut off the rest of the file. */
function behind(
  buffer: Buffer,
  start: number,
): Pick<ZipMember, 'checksum' | 'packedBytes' | 'unpackedBytes'> {
  for (let at = buffer.indexOf(DESCRIPTOR, start); at !== -1; at = buffer.indexOf(DESCRIPTOR, at + 1)) {
    if (at + DESCRIPTOR_SIZE > buffer.length || buffer.readUInt32LE(at + 8) !== at - start) continue;
    return {
      checksum: buffer.readUInt32LE(at + 4),
      packedBytes: at - start,
      unpackedBytes: buffer.readUInt32LE(at + 12),
    };
  }
  return { checksum: 0, packedBytes: Math.max(0, buffer.length - start), unpackedBytes: 1 };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
