/** A document as it stands in an upload: the file itself, or a member of an archive or an attachment of a letter. */
export type Part = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
};

/**
 * The documents in a file, in their order; none for a container without any. The one place where a container is opened: what a
 * file is read as by itself comes back as it is.
 */
export async function unpack(file: Part): Promise<readonly Part[]> {
  return [file];
}
