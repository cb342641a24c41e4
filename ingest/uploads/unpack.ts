import type { IngestLimits } from '../../config.ts';
import { unpackFile } from '../containers/unpackFile.ts';

/** A document as it stands in an upload: the file itself, or a member of an archive or an attachment of a letter. */
export type Part = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Why it could not be taken out of its container, a Vietnamese sentence; its bytes are then empty. */
  readonly refusal?: string | null;
  /** What unpacking has to say to the admin, beside what reading will. */
  readonly warnings?: readonly string[];
};

/**
 * The documents in a file, in their order; none for a container without any. The one place where a container is opened: what a
 * file is read as by itself comes back as it is. Throws a `KnownError` for a container that cannot be opened.
 */
export async function unpack(file: Part, limits: IngestLimits): Promise<readonly Part[]> {
  const { bytes, fileName } = file;
  const unpacked = await unpackFile(bytes, fileName, limits);
  if (unpacked === null) return [{ fileName, bytes }];
  const told = unpacked.members.findIndex(({ refusal }) => refusal === null);
  return unpacked.members.map((member, index) => ({
    ...member,
    warnings: index === told ? unpacked.warnings : [],
  }));
}
