import { pipeline } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { backupAltered } from './backupTexts.ts';
import { openFrames, sealFrames } from './frames.ts';

/** What the inside of a backup starts with. */
const head = z.object({
  kind: z.literal('head'),
  /** The steps of the schema that the database had. */
  schema: z.array(z.object({ number: z.number(), name: z.string(), checksum: z.string() })),
  engine: z.enum(['pglite', 'postgres']),
  at: z.string(),
  /** Logins that may serve: to be granted anew on another server. */
  servingLogins: z.array(z.string()),
  /** Where the numbering of ids stands. `value` in digits: it may be beyond 2^53. */
  counters: z.array(
    z.object({ table: z.string(), column: z.string(), value: z.string(), used: z.boolean() }),
  ),
  /** Ids of the embedding models whose vectors have an index. */
  vectorIndexes: z.array(z.number()),
});
const table = z.object({ kind: z.literal('table'), name: z.string(), columns: z.array(z.string()) });
/** The values of a row in PostgreSQL's text form, in the order of the columns. */
const row = z.array(z.string().nullable());
const tableEnd = z.object({ kind: z.literal('tableEnd'), rows: z.number(), digest: z.string() });
const end = z.object({ kind: z.literal('end'), tables: z.number() });
const record = z.union([row, head, table, tableEnd, end]);

export type BackupHead = z.infer<typeof head>;
export type BackupRow = z.infer<typeof row>;
export type BackupRecord = z.infer<typeof record>;

/** Lines of JSON, packed and sealed: the bytes of a backup file. */
export function packRecords(
  records: AsyncIterable<BackupRecord>,
  key: string | null,
): AsyncGenerator<Uint8Array> {
  const packed = createGzip({ level: 4 });
  // An error ends the iteration below, which throws it.
  pipeline(linesOf(records), packed, () => undefined);
  return sealFrames(packed, key);
}

async function* linesOf(records: AsyncIterable<BackupRecord>): AsyncGenerator<string> {
  for await (const each of records) yield `${JSON.stringify(each)}\n`;
}

/** The records of a backup file, each only after the frames it stands in were found right. Throws as `openFrames` does. */
export async function* unpackRecords(file: string, key: string | null): AsyncGenerator<BackupRecord> {
  let failure: unknown;
  const frames = openFrames(file, key);
  const unpacked = createGunzip();
  pipeline(frames, unpacked, (error) => {
    failure = error;
  });
  const parse = (line: string): BackupRecord => {
    const parsed = record.safeParse(JSON.parse(line));
    if (!parsed.success) throw backupAltered(file, false);
    return parsed.data;
  };
  let held: Buffer[] = [];
  try {
    for await (const chunk of unpacked) {
      let rest: Buffer = chunk;
      for (let at = rest.indexOf(10); at !== -1; at = rest.indexOf(10)) {
        held.push(rest.subarray(0, at));
        yield parse(Buffer.concat(held).toString('utf8'));
        held = [];
        rest = rest.subarray(at + 1);
      }
      held.push(rest);
    }
  } catch (error) {
    // What gzip or JSON says of a damaged file helps nobody; what the frames say does.
    const { code } = Object(failure ?? error) as { readonly code?: unknown };
    const damaged = error instanceof SyntaxError || (typeof code === 'string' && code.startsWith('Z_'));
    throw damaged ? backupAltered(file, false) : (failure ?? error);
  } finally {
    unpacked.destroy();
  }
  if (held.some(({ length }) => length > 0)) throw backupAltered(file, false);
}
