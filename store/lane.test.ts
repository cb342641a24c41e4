import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createLane } from './lane.ts';
import { storeError } from './sqlError.ts';

describe('a shared connection', () => {
  it('to a server that takes it and says nothing is told as one that is away', async () => {
    const taken: Socket[] = [];
    const server = createServer((socket) => taken.push(socket)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    const lane = createLane(
      {
        host: '127.0.0.1',
        port: address.port,
        user: 'nobody',
        database: 'none',
        connectionTimeoutMillis: 50,
      },
      async () => undefined,
    );
    const answers = await Promise.allSettled([lane.run('select 1', []), lane.run('select 2', [])]);
    for (const answer of answers) {
      const reason: unknown = answer.status === 'rejected' ? storeError(answer.reason) : 'answered';
      expect(reason).toMatchObject({ code: 'database_unreachable' });
    }
    expect(lane.length()).toBe(0);
    for (const socket of taken) socket.destroy();
    server.close();
  });
});
