import pg from 'pg';
import type { Row } from './database.ts';
import type { Result } from './session.ts';
import { encodeParameter } from './values.ts';

/**
 * One connection that many share: statements follow each other on it without waiting for each other's answers, each by itself. Sent
 * together they cost the process a third of what they cost on connections of their own, but a slow one holds up those behind it.
 */
export type Lane = {
  readonly run: (sql: string, parameters: readonly unknown[]) => Promise<Result>;
  /** Statements that are not answered yet. */
  readonly length: () => number;
  readonly close: () => Promise<void>;
};

/** `pipeline` is missing from the published types. */
type PipelineConfig = pg.ClientConfig & { readonly pipeline: true };

const names = new Map<string, string>();

/** Under a name the server plans a statement once for a connection. They are few, and none is made at run time. */
function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = `brief ${names.size + 1}`;
  names.set(sql, name);
  return name;
}

/** Connects with the first statement, and again with the first one after the connection broke. */
export function createLane(config: pg.ClientConfig, prepare: (client: pg.Client) => Promise<void>): Lane {
  let connecting: Promise<pg.Client> | null = null;
  let length = 0;

  const connect = async (): Promise<pg.Client> => {
    const whole: PipelineConfig = { ...config, pipeline: true };
    const client = new pg.Client(whole);
    const forget = () => {
      if (current === connecting) connecting = null;
    };
    const current = connecting;
    client.on('error', forget);
    client.on('end', forget);
    await client.connect();
    try {
      await prepare(client);
    } catch (error) {
      // Nobody else knows of it, and the server has only so many.
      void client.end().catch(() => undefined);
      throw error;
    }
    return client;
  };

  const open = (): Promise<pg.Client> => {
    if (connecting !== null) return connecting;
    const { promise, resolve, reject } = Promise.withResolvers<pg.Client>();
    connecting = promise;
    connect().then(resolve, (error: unknown) => {
      if (connecting === promise) connecting = null;
      reject(error);
    });
    return promise;
  };

  return {
    length: () => length,
    async run(sql, parameters) {
      length += 1;
      try {
        const client = await open();
        const values = parameters.map(encodeParameter);
        const { rows, command } = await client.query<Row>({ name: nameOf(sql), text: sql, values });
        return { rows, command };
      } finally {
        length -= 1;
      }
    },
    async close() {
      const client = await connecting?.catch(() => null);
      await client?.end();
    },
  };
}
