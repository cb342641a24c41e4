import { openCompound } from '../read/compound.ts';
import { mimeKind } from '../read/mimeKind.ts';
import { zipMembers } from '../read/zipArchive.ts';
import { archiveMembers } from './zipRecovery.ts';

export type ContainerKind = 'zip' | 'mail' | 'msg';

/** By these an archive is one document, whole or damaged: Office, OpenDocument, e-book. */
const ofDocuments =
  /^(?:word\/document\.xml|xl\/workbook\.(?:xml|bin)|ppt\/presentation\.xml|content\.xml|\[Content_Types\]\.xml|META-INF\/container\.xml)$/;

/** In front of an archive as of others: a text, a page and a PDF may carry an archive behind them and are what they begin as. */
function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 &&
    bytes[1] === 0x4b &&
    ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  );
}

function isCompound(bytes: Uint8Array): boolean {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(4, bytes.length)).toString('hex') === 'd0cf11e0'
  );
}

const propertiesOfLetters = '__properties_version1.0';

/** What may be a container, told by a look that costs nothing whatever the file is; `containerKind` decides. */
export function mayBeContainer(bytes: Uint8Array, fileName: string): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 1024).includes('%PDF-')) return false;
  if (isZip(bytes)) return !(zipMembers(bytes) ?? []).some(({ name }) => ofDocuments.test(name));
  if (isCompound(bytes)) return buffer.includes(Buffer.from(propertiesOfLetters, 'utf16le'));
  return mimeKind(buffer.subarray(0, 16_384).toString('latin1'), fileName) === 'mail';
}

/** What a container is; `null` for a document and for what nobody knows. Run it where a hostile file may do its worst. */
export function containerKind(bytes: Uint8Array, fileName: string): ContainerKind | null {
  if (!mayBeContainer(bytes, fileName)) return null;
  if (isZip(bytes)) {
    const found = archiveMembers(bytes);
    return found === null || found.members.some(({ name }) => ofDocuments.test(name)) ? null : 'zip';
  }
  if (!isCompound(bytes)) return 'mail';
  return openCompound(bytes, fileName, 'mail').has(propertiesOfLetters) ? 'msg' : null;
}
