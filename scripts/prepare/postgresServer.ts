import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { postgresProblem } from '../../testing/detect.ts';
import { must, run } from '../command.ts';
import { copyServer } from './privatePostgres.ts';

export type RunningServer = {
  /** For `DATABASE_URL`: a superuser of this server, by TCP on the loopback address. */
  readonly url: string;
  /** Stops it, cutting what is open, and starts it anew on the same data and port. */
  restart(): Promise<void>;
  /** Stops the server and removes its data. Safe to call twice. */
  stop(): Promise<void>;
};

type Account = { readonly uid: number; readonly gid: number };

const startSeconds = 60;

/** A locale that knows Vietnamese letters and is there without being generated. */
const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';

/** PostgreSQL refuses to run as root: as root, the account under which it runs instead; otherwise our own. */
async function unprivilegedAccount(signal: AbortSignal): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((what) => run('id', [what, name], { signal })));
    if (uid?.code === 0 && gid?.code === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error('this system has neither a user "postgres" nor "nobody" to run PostgreSQL as');
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no free port'));
        else resolve(address.port);
      });
    });
  });
}

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => server.once('exit', () => resolve()));
}

/** Settings of a server that lives for one run: nothing has to survive a power cut, and little shared memory is asked for. */
function settingsOf(folder: string, port: number): string {
  return [
    `listen_addresses = '127.0.0.1'`,
    `port = ${port}`,
    `unix_socket_directories = '${folder}'`,
    'max_connections = 100',
    'fsync = off',
    'synchronous_commit = off',
    'full_page_writes = off',
    'jit = off',
    // Containers give /dev/shm 64 MB, less than building an index may ask for.
    'dynamic_shared_memory_type = mmap',
    '',
  ].join('\n');
}

/**
 * Starts a server of its own for one run of the tests, with its data in a new temporary folder, a random password, and
 * a free port on the loopback address only. `programs` is the folder of `initdb` and `postgres`.
 */
export async function startServer(programs: string, signal: AbortSignal): Promise<RunningServer> {
  const account = await unprivilegedAccount(signal);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dat-chuan-postgres-'));
  let server: ChildProcess | null = null;
  /** The last resort when this process ends without `stop`. */
  const abandon = () => {
    server?.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  process.once('exit', abandon);
  const stop = async () => {
    // Fast shutdown: open connections are cut.
    server?.kill('SIGINT');
    if (server !== null) await ended(server);
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    process.off('exit', abandon);
  };
  try {
    const bin = account === null ? programs : await copyServer(programs, path.join(folder, 'programs'));
    const data = path.join(folder, 'data');
    const passwordFile = path.join(folder, 'password');
    const password = randomBytes(18).toString('base64url');
    await mkdir(data, { mode: 0o700 });
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account !== null) {
      await chmod(folder, 0o755);
      for (const file of [folder, data, passwordFile]) await chown(file, account.uid, account.gid);
    }
    const asAccount = account === null ? {} : { account };
    const options = ['--auth=scram-sha-256', '--encoding=UTF8', `--locale=${locale}`, '--no-sync'];
    await must(
      path.join(bin, 'initdb'),
      [`--pgdata=${data}`, '--username=postgres', `--pwfile=${passwordFile}`, ...options],
      { signal, cwd: folder, ...asAccount },
    );
    const port = await freePort();
    const settings = path.join(data, 'postgresql.auto.conf');
    await writeFile(settings, settingsOf(folder, port));
    const said: string[] = [];
    const start = (): ChildProcess => {
      const started = spawn(path.join(bin, 'postgres'), ['-D', data], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
        ...(account ?? {}),
      });
      for (const stream of [started.stdout, started.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          said.push(chunk.toString('utf8'));
          if (said.length > 50) said.shift();
        });
      }
      started.once('error', (error) => said.push(String(error)));
      return started;
    };
    const first = start();
    server = first;
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    await ready(first, url, said, signal);
    const restart = async () => {
      server?.kill('SIGINT');
      if (server !== null) await ended(server);
      const next = start();
      server = next;
      await ready(next, url, said, signal);
    };
    return { url, restart, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ready(
  server: ChildProcess,
  url: string,
  said: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  let problem: string | null = 'it was not asked';
  for (let second = 0; second < startSeconds * 5; second += 1) {
    signal.throwIfAborted();
    if (server.exitCode !== null || server.pid === undefined) break;
    problem = await postgresProblem(url);
    if (problem === null) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`the private PostgreSQL did not start (${problem}):\n${said.join('').slice(-2_000)}`);
}
