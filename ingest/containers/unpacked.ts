/** A document in a container, as bytes in memory: nothing of a container is ever written to a disk under its own name. */
export type Member = {
  /** Without folders and without characters that no name needs; never empty. */
  readonly fileName: string;
  /** Empty where it was refused. */
  readonly bytes: Uint8Array;
  /** Why it cannot be taken out, a Vietnamese sentence that names it; `null` where it could. */
  readonly refusal: string | null;
};

/** What a container holds, in its order. */
export type Unpacked = {
  readonly members: readonly Member[];
  /** Vietnamese sentences for the admin. */
  readonly warnings: readonly string[];
};

const megabyte = 1024 * 1024;

/** Far above what an office sends, far below what would hurt. */
export const CONTAINER_LIMITS = {
  /** Documents in all, those of containers in containers included. */
  documents: 200,
  /** Unpacked in all, containers in containers included. */
  totalBytes: 160 * megabyte,
  /** Unpacked to packed, for members that unpack to more than `freeBytes`. */
  ratio: 200,
  freeBytes: 4 * megabyte,
  /** Containers in each other: a letter with an archive with an archive. */
  depth: 3,
} as const;
