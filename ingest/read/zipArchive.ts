import { crc32, inflateRawSync } from 'node:zlib';
import { damaged, type FileKind, passwordProtected, tooMuchInside } from '../texts.ts';

/** What the directory at the end of a ZIP file declares of one member. */
export type ZipMember = {
  readonly name: string;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly encrypted: boolean;
  readonly method: number;
  readonly checksum: number;
  readonly offset: number;
  /** The name as it is written, with what tells of its encoding: the writer's word for UTF-8, and the extra fields. */
  readonly rawName: { readonly bytes: Uint8Array; readonly isUtf8: boolean; readonly extra: Uint8Array };
};

const megabyte = 1024 * 1024;

/** Far above any real document, far below what would hurt: a 300-page decree has 30 members and 10 MB of XML. */
const zipLimits = { members: 4_000, memberBytes: 64 * megabyte, totalBytes: 512 * megabyte } as const;

const endSignature = 0x06054b50;
const memberSignature = 0x02014b50;
const endSize = 22;
const memberSize = 46;

function endOffset(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - endSize - 0xffff);
  for (let offset = view.byteLength - endSize; offset >= lowest; offset -= 1) {
    if (view.getUint32(offset, true) === endSignature) return offset;
  }
  return null;
}

/**
 * The members of a ZIP file in directory order, nothing inflated. `null` where the directory is missing or broken,
 * as in a truncated file. Stops one past the permitted number of members.
 */
export function zipMembers(bytes: Uint8Array): readonly ZipMember[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOffset(view);
  if (end === null) return null;
  const members: ZipMember[] = [];
  let offset = view.getUint32(end + 16, true);
  while (
    members.length <= zipLimits.members &&
    offset + memberSize <= end &&
    view.getUint32(offset, true) === memberSignature
  ) {
    const nameLength = view.getUint16(offset + 28, true);
    const extraLength = view.getUint16(offset + 30, true);
    const flags = view.getUint16(offset + 8, true);
    const nameEnd = offset + memberSize + nameLength;
    const nameBytes = bytes.subarray(offset + memberSize, nameEnd);
    members.push({
      name: new TextDecoder().decode(nameBytes),
      rawName: {
        bytes: nameBytes,
        isUtf8: (flags & 0x800) !== 0,
        extra: bytes.subarray(nameEnd, nameEnd + extraLength),
      },
      encrypted: (flags & 1) === 1,
      method: view.getUint16(offset + 10, true),
      checksum: view.getUint32(offset + 16, true),
      packedBytes: view.getUint32(offset + 20, true),
      unpackedBytes: view.getUint32(offset + 24, true),
      offset: view.getUint32(offset + 42, true),
    });
    offset += memberSize + nameLength + extraLength + view.getUint16(offset + 32, true);
  }
  return members.length === 0 ? null : members;
}

/** Refuses an archive that declares more than any document holds, before anything is inflated. */
export function refuseOversized(members: readonly ZipMember[], fileName: string): void {
  if (members.length > zipLimits.members)
    throw tooMuchInside(fileName, { of: 'members', most: zipLimits.members });
  const total = members.reduce((sum, member) => sum + member.unpackedBytes, 0);
  if (total > zipLimits.totalBytes)
    throw tooMuchInside(fileName, { of: 'total', most: zipLimits.totalBytes });
}

/**
 * One member's bytes, its real size held to the limit (a bomb lies about its declared size) and its checksum
 * verified. `null` where the archive has no such member; throws a refusal for an oversized, encrypted or broken one.
 */
export function readMember(
  bytes: Uint8Array,
  members: readonly ZipMember[],
  name: string,
  fileName: string,
  kind: FileKind = 'docx',
): Uint8Array | null {
  const member = members.find((candidate) => candidate.name === name);
  if (member === undefined) return null;
  return memberBytes(bytes, member, fileName, kind);
}

/** The bytes of a member at hand; see `readMember`. `most`: its largest permitted size. */
export function memberBytes(
  bytes: Uint8Array,
  member: ZipMember,
  fileName: string,
  kind: FileKind,
  most: number = zipLimits.memberBytes,
): Uint8Array {
  if (member.encrypted) throw passwordProtected(fileName, kind);
  const tooLarge = () => tooMuchInside(fileName, { of: 'member', most });
  if (member.unpackedBytes > most) throw tooLarge();
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const start =
      member.offset +
      30 +
      view.getUint16(member.offset + 26, true) +
      view.getUint16(member.offset + 28, true);
    const packed = bytes.subarray(start, start + member.packedBytes);
    if (member.method !== 0 && member.method !== 8) throw new Error(`compression method ${member.method}`);
    const content =
      member.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
    if (crc32(content) !== member.checksum) throw new Error('checksum does not match');
    return content;
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      throw tooLarge();
    throw damaged(fileName, kind, error);
  }
}
