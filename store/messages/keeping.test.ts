import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { forEachEngine } from '../testing.ts';
import { dropNote, keepNote, lastReceived, readNote } from './chatNotes.ts';
import { acceptUpdates } from './inbox.ts';
import { reserveSend } from './reserve.ts';
import { openSharedFile, shareFile } from './sharedFiles.ts';
import { claimChats, nextStep, queueMessages } from './steps.ts';
import { takeDuty, workerEnded, workerSeen } from './workers.ts';

forEachEngine((engine) => {
  let opened: Promise<Database> | undefined;
  const open = async () => {
    opened ??= engine.open();
    const database = await opened;
    const worker = randomUUID();
    await workerSeen(database, worker);
    return { database, worker };
  };

  it('a duty is one living process’s', async () => {
    const { database, worker } = await open();
    const other = randomUUID();
    expect(await takeDuty(database, worker, 'poll')).toBe(true);
    expect(await takeDuty(database, other, 'poll')).toBe(false);
    expect(await takeDuty(database, worker, 'poll')).toBe(true);
    await workerEnded(database, worker);
    expect(await takeDuty(database, other, 'poll')).toBe(true);
  });

  it('what is said beside the outbox leaves within the same allowances', async () => {
    const { database, worker } = await open();
    const place = { channel: 'telegram', chat: 'lan' };
    const [channel, chat] = [
      { messages: 100, perSeconds: 60 },
      { messages: 1, perSeconds: 60 },
    ];
    expect(await reserveSend(database, place, [channel, chat])).toBeNull();
    expect(await reserveSend(database, place, [channel, chat])).toBeGreaterThan(30);
    await queueMessages(database, place, ['nhắc']);
    const held = { worker, ...place };
    expect(await claimChats(database, worker, ['telegram'], 1)).toEqual([held]);
    expect(await nextStep(database, held, { channel, chat, mostAttempts: 3 })).toMatchObject({
      kind: 'wait',
    });
  });

  it('a chat’s notes are told while they hold, and then as expired', async () => {
    const { database } = await open();
    const place = { channel: 'zalo-bot', chat: 'lan' };
    await keepNote(database, place, 'choices', ['/vanban 1'], 60);
    await keepNote(database, place, 'choices', ['/vanban 2'], 60);
    expect(await readNote(database, place, 'choices')).toEqual({ content: ['/vanban 2'], expired: false });
    await keepNote(database, place, 'choices', ['/vanban 2'], -1);
    expect(await readNote(database, place, 'choices')).toMatchObject({ expired: true });
    await dropNote(database, place, 'choices');
    expect(await readNote(database, place, 'choices')).toBeNull();
    expect(await lastReceived(database, place)).toBeNull();
    await acceptUpdates(database, 'zalo-bot', [{ key: '1', chat: 'lan', content: '{}' }]);
    expect(await lastReceived(database, place)).toBeInstanceOf(Date);
  });

  it('a shared file is handed out by the hash of its secret until its time is over', async () => {
    const { database } = await open();
    const file = { name: 'bảng.png', mediaType: 'image/png', bytes: new Uint8Array([1, 2, 3]) };
    await shareFile(database, 'hash', file, 60);
    await shareFile(database, 'old', file, -1);
    expect(await openSharedFile(database, 'hash')).toEqual(file);
    expect(await openSharedFile(database, 'old')).toBeNull();
  });
});
