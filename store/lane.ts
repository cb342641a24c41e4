import pg from 'pg';
import type { Row } from './database.ts';
import type { Result } from './session.ts';
import { errorFields } from './sqlError.ts';
import { type EncodedParameter, encodeParameter } from './values.ts';

/**
 * One connection that many share: statements follow each other on it without waiting for each other's answers, each by itself. Sent
 * together they cost the process a third of what they cost on connections of their own, but a slow one holds up those behind it.
 */
export type Lane = {
  readonly run: (sql: string, parameters: readonly unknown[]) => Promise<Result>;
  /** Statements that are not answered yet. */
  readonly length: () => number;
  /** None of them has been answered for a while: what came next would wait as well. */
  readonly isHeldUp: () => boolean;
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

/** Far longer than a brief statement takes, and shorter than anybody waits. */
const HELD_UP_MS = 100;

/**
 * What the connection had planned is not there, since planning it failed for another who asked at the same time, or does not fit the
 * tables any more. Nothing was done: another connection plans it anew.
 */
const STALE_PLAN = new Set(['26000', '0A000']);

/** Connects with the first statement, and again with the first one after the connection broke. */
export function createLane(config: pg.ClientConfig, prepare: (client: pg.Client) => Promise<void>): Lane {
  let connecting: Promise<pg.Client> | null = null;
  let length = 0;
  /** When it was last seen to get on, as `performance.now()` counts. */
  let gotOnAt = 0;

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

  const send = async (sql: string, values: readonly EncodedParameter[]): Promise<Result> => {
    const opened = open();
    const client = await opened;
    try {
      const { rows, command } = await client.query<Row>({
        name: nameOf(sql),
        text: sql,
        values: [...values],
      });
      return { rows, command };
    } catch (error) {
      if (STALE_PLAN.has(errorFields(error).code ?? '') && connecting === opened) {
        connecting = null;
        // Once those that were sent are answered.
        void client.end().catch(() => undefined);
      }
      throw error;
    }
  };

  return {
    length: () => length,
    isHeldUp: () => length > 0 && performance.now() - gotOnAt > HELD_UP_MS,
    async run(sql, parameters) {
      if (length === 0) gotOnAt = performance.now();
      length += 1;
      try {
        const values = parameters.map(encodeParameter);
        return await send(sql, values).catch((error: unknown) => {
          if (STALE_PLAN.has(errorFields(error).code ?? '')) return send(sql, values);
          throw error;
        });
      } finally {
        length -= 1;
        gotOnAt = performance.now();
      }
    },
    async close() {
      const client = await connecting?.catch(() => null);
      await client?.end();
    },
  };
}
