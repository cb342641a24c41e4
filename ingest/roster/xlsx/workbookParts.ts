import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type ZipMember, zipMembers } from '../../read/zipArchive.ts';
import { damaged, emptyFile, passwordProtected } from '../../texts.ts';
import { macroWorkbook, noWorkbook, tooLargeInside } from '../texts.ts';
import { BadXml, type XmlHandler, XmlScanner } from './xmlScanner.ts';

/** The files inside a workbook, each read piece by piece. */
export type WorkbookParts = {
  readonly has: (name: string) => boolean;
  readonly names: readonly string[];
  /** Scans a part from its beginning to its end. Throws a `KnownError` for one that is broken or larger than it says. */
  readonly scan: (name: string, handler: XmlHandler) => Promise<void>;
};

const megabyte = 1024 * 1024;

/**
 * Far above any real roster, far below what would hurt. A million styled empty rows unpack to some 100 MB; the XML of sheets
 * packs to a tenth, never to a hundredth.
 */
const most = { members: 4_000, totalBytes: 1024 * megabyte, ratio: 150, freeBytes: 8 * megabyte } as const;

function includesUtf16(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, 'utf16le'));
}

function membersOf(bytes: Uint8Array, fileName: string): readonly ZipMember[] {
  if (bytes.length === 0) throw emptyFile(fileName);
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (head === '\xd0\xcf\x11\xe0') {
    if (includesUtf16(bytes, 'EncryptedPackage')) throw passwordProtected(fileName, 'xlsx');
    throw noWorkbook(
      fileName,
      includesUtf16(bytes, 'Workbook') || includesUtf16(bytes, 'Book') ? 'xls' : 'other',
    );
  }
  if (!head.startsWith('PK')) throw noWorkbook(fileName, 'other');
  const members = zipMembers(bytes);
  if (members === null) throw damaged(fileName, 'xlsx');
  return members;
}

/** Looks at what the archive declares, before anything of it is unpacked. */
function gate(members: readonly ZipMember[], fileName: string): void {
  if (members.length > most.members) throw tooLargeInside(fileName);
  const total = members.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (total > most.totalBytes) throw tooLargeInside(fileName);
  for (const { unpackedBytes, packedBytes, encrypted } of members) {
    if (encrypted) throw passwordProtected(fileName, 'xlsx');
    if (unpackedBytes > most.freeBytes && unpackedBytes > packedBytes * most.ratio)
      throw tooLargeInside(fileName);
  }
  const names = members.map(({ name }) => name);
  // Two files of one name are read differently by every program.
  if (new Set(names).size < names.length) throw damaged(fileName, 'xlsx');
  if (names.some((name) => /vbaProject|macrosheets\//i.test(name))) throw macroWorkbook(fileName);
  if (names.includes('xl/workbook.bin')) throw noWorkbook(fileName, 'xlsb');
  if (names.includes('content.xml')) throw noWorkbook(fileName, 'ods');
  if (!names.includes('[Content_Types].xml')) throw noWorkbook(fileName, 'other');
}

function contentOf(bytes: Uint8Array, member: ZipMember): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const nameAndExtra = view.getUint16(member.offset + 26, true) + view.getUint16(member.offset + 28, true);
  const start = member.offset + 30 + nameAndExtra;
  return bytes.subarray(start, start + member.packedBytes);
}

/** The member's bytes in pieces; more than declared, fewer or other ones are an error. */
async function* pieces(bytes: Uint8Array, member: ZipMember): AsyncGenerator<Uint8Array> {
  if (member.method !== 0 && member.method !== 8) throw new Error(`compression method ${member.method}`);
  const packed = contentOf(bytes, member);
  const source: AsyncIterable<Uint8Array> | readonly Uint8Array[] =
    member.method === 0
      ? [packed]
      : Readable.from([packed]).pipe(createInflateRaw({ chunkSize: megabyte / 4 }));
  let length = 0;
  let checksum = 0;
  for await (const piece of source) {
    length += piece.length;
    if (length > member.unpackedBytes) throw new Error('longer than declared');
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (length !== member.unpackedBytes || checksum !== member.checksum)
    throw new Error('checksum does not match');
}

/** Opens a workbook without unpacking anything. Throws a `KnownError` for what is no XLSX file or is not safe to read. */
export function openParts(bytes: Uint8Array, fileName: string): WorkbookParts {
  const members = membersOf(bytes, fileName);
  gate(members, fileName);
  const byName = new Map(members.map((member) => [member.name, member]));
  const scan = async (name: string, handler: XmlHandler) => {
    const member = byName.get(name);
    if (member === undefined) throw damaged(fileName, 'xlsx', new Error(`${name} is missing`));
    const scanner = new XmlScanner(handler);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      for await (const piece of pieces(bytes, member)) scanner.feed(decoder.decode(piece, { stream: true }));
      scanner.feed(decoder.decode());
      scanner.end();
    } catch (error) {
      if (error instanceof BadXml && error.reason === 'entities') throw tooLargeInside(fileName);
      throw damaged(fileName, 'xlsx', error);
    }
  };
  return { has: (name) => byName.has(name), names: [...byName.keys()], scan };
}
