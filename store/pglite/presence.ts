import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';

/**
 * A socket file that a living process listens on. The kernel stops listening when the process ends, however it ends, so
 * a process in another container of the same machine can be told dead or alive, where its number says nothing.
 */
export type Presence = {
  /** Stops listening and removes the file. */
  end(): Promise<void>;
};

/** The shortest limit among systems for the path of a socket (macOS), less the closing zero. */
const LONGEST_PATH = 103;

/** Listens at `file`; `null` where that cannot be done (path too long, Windows, a file system without sockets). */
export function announcePresence(file: string): Promise<Presence | null> {
  if (process.platform === 'win32' || Buffer.byteLength(file) > LONGEST_PATH) return Promise.resolve(null);
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen(file, () => {
      server.unref();
      resolve({
        end: async () => {
          await new Promise((done) => server.close(done));
          await rm(file, { force: true });
        },
      });
    });
  });
}

/** Whether somebody listens at `file`. Only a refusal by the kernel means that nobody does. */
export function isPresent(file: string): Promise<'yes' | 'no' | 'unknown'> {
  return new Promise((resolve) => {
    const socket = connect(file);
    socket.once('connect', () => {
      socket.destroy();
      resolve('yes');
    });
    socket.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' ? 'no' : 'unknown'),
    );
  });
}
