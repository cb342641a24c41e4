import { AsyncLocalStorage } from 'node:async_hooks';
import type { Row, Transaction, TransactionOptions } from './database.ts';
import { SqlError } from './sqlError.ts';

/** What an engine answers: rows, and the command tag's word (`SELECT`, `COMMIT`, `ROLLBACK`). */
export type Result = { readonly rows: readonly Row[]; readonly command: string };

/** One connection, held alone. Statements run in the order they are given. */
export type Session = {
  /** One statement with its parameters. */
  run(sql: string, parameters?: readonly unknown[]): Promise<Result>;
  /** Several statements without parameters; the rows of all of them. */
  script(sql: string): Promise<readonly Row[]>;
  /** Called when the connection can no longer be trusted; the engine gives it up instead of using it again. */
  discard(): void;
};

/**
 * Runs `work` between `begin` and `commit`, with role and settings that end with the transaction; rolls back when
 * anything throws.
 */
export async function runTransaction<T>(
  session: Session,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  let open = true;
  const alive = () => {
    if (!open) throw new Error('this transaction has ended: its handle may not be used any more');
  };
  const tx: Transaction = {
    async query<R extends Row>(sql: string, parameters?: readonly unknown[]) {
      alive();
      return (await session.run(sql, parameters)).rows as readonly R[];
    },
    async script(sql) {
      alive();
      return session.script(sql);
    },
  };
  const setRole = options.role === undefined ? null : `set local role ${quoteRole(options.role)}`;
  await session.run('begin');
  try {
    const settings = Object.entries(options.settings ?? {});
    if (settings.length > 0) {
      await session.run(
        'select set_config(name, value, true) from unnest($1::text[], $2::text[]) as setting (name, value)',
        [settings.map(([name]) => name), settings.map(([, value]) => value)],
      );
    }
    if (setRole !== null) await session.run(setRole);
    const result = await work(tx);
    open = false;
    const { command } = await session.run('commit');
    // PostgreSQL answers `commit` of a failed transaction with a rollback, and no error.
    if (command === 'ROLLBACK') {
      throw new SqlError({
        code: '25P02',
        message: 'nothing was stored: a statement of this transaction had failed and its error was swallowed',
      });
    }
    return result;
  } catch (error) {
    open = false;
    await session.run('rollback').catch(() => session.discard());
    throw error;
  }
}

function quoteRole(role: string): string {
  // "none" means "back to the login role" even in quotes, and that may be a superuser.
  if (role === '' || role.toLowerCase() === 'none' || role.includes('\0')) {
    throw new TypeError('a transaction needs the name of a real role');
  }
  return `"${role.replaceAll('"', '""')}"`;
}

/** Refuses the outer handle inside one of its own transactions, where it would wait for itself. */
export type NestingGuard = {
  /** Throws when called from inside a transaction of this database that is still open. */
  check(): void;
  /** Runs a whole transaction and marks everything that it calls. */
  inside<T>(transaction: () => Promise<T>): Promise<T>;
};

export function nestingGuard(): NestingGuard {
  const surroundings = new AsyncLocalStorage<{ open: boolean }>();
  return {
    check() {
      if (surroundings.getStore()?.open === true) {
        throw new Error('inside a transaction use the handle it is given, not the database');
      }
    },
    async inside(transaction) {
      const state = { open: true };
      try {
        return await surroundings.run(state, transaction);
      } finally {
        state.open = false;
      }
    },
  };
}
