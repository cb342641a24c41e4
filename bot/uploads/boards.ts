import { setTimeout as sleep } from 'node:timers/promises';
import type { Upload } from '../../domain/upload.ts';
import { readCard } from '../../ingest/uploads/review.ts';
import type { Uploads } from '../../ingest/uploads/uploads.ts';
import { findAccount } from '../../store/access/accounts.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import type { Database } from '../../store/database.ts';
import { listUntold } from '../../store/uploads/untold.ts';
import { listUploads, readUpload, setUploadOrigin } from '../../store/uploads/uploads.ts';
import { adminReply } from '../features/review/adminReply.ts';
import { cardReply } from '../features/review/cardReply.ts';
import { texts } from '../features/review/texts.ts';
import type { ChannelName, Reply } from '../message.ts';
import { plain } from '../reply/blocks.ts';
import { describeOutcome, describeProgress, isRead, onlyDraft, photoNotes } from './describeUploads.ts';
import { originOf, type UploadOrigin } from './origin.ts';

/** Where a board stands: the message that is changed, or `null` while there is none. */
export type BoardPlace = Pick<UploadOrigin, 'chat' | 'message'>;

export type BoardOptions = {
  readonly database: Database;
  readonly uploads: Pick<Uploads, 'onStep'>;
  readonly channel: ChannelName;
  /**
   * Shows a reply as one message, changing the one that is named, and answers the key of the message. `null`: the chat takes
   * none, for good. Throws where it may work later.
   */
  readonly show: (place: BoardPlace, reply: Reply) => Promise<string | null>;
  /** For channels that cannot change what they said: nothing is shown before the end. */
  readonly onlyEnds?: boolean;
  /**
   * Where several processes use one database: whether this one is to show the boards, all of them. Left out: there is no other.
   * Must not throw.
   */
  readonly isOurs?: () => Promise<boolean>;
  /** Told what went wrong; it is tried again. */
  readonly onError: (error: unknown) => void;
  /** A message is changed no more often than this. */
  readonly everyMs?: number;
  /** How often boards that are not done are looked at, for steps that another process takes. */
  readonly lookEveryMs?: number;
};

type Board = {
  readonly chat: string;
  readonly uploadIds: Set<number>;
  message: string | null;
  /** What the message shows, so that it is not changed to the same. */
  shown: string | null;
  isDone: boolean;
  isDue: boolean;
  shownAt: number;
  /** How often the message has told of progress: the longer a reading takes, the rarer it does. */
  changes: number;
  running: Promise<void> | null;
};

/** Uploads that are looked through at the start. */
const LOOKED_AT = 300;
/** So many times the usual pause at most. */
const RAREST = 5;
const STOP_MS = 2000;
/** A chat that cannot be reached is tried again after at most this. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Keeps one message for each file, or files sent together, that tells how far the reading is and then becomes the review card.
 * Goes on where an earlier process stopped: what was read while nobody was there is told now.
 */
export async function followUploads(options: BoardOptions): Promise<{ readonly stop: () => Promise<void> }> {
  const { database, channel, isOurs, onError, everyMs = 1000, lookEveryMs = 3000 } = options;
  const boards = new Map<string, Board>();
  /** Uploads that came another way. */
  const foreign = new Set<number>();
  const stopping = new AbortController();
  let failures = 0;

  const join = (id: number, { chat, group }: UploadOrigin): Board => {
    const key = JSON.stringify([chat, group]);
    const board: Board = boards.get(key) ?? {
      chat,
      uploadIds: new Set(),
      message: null,
      shown: null,
      isDone: true,
      isDue: false,
      shownAt: 0,
      changes: 0,
      running: null,
    };
    boards.set(key, board);
    board.uploadIds.add(id);
    return board;
  };

  const due = (board: Board) => {
    board.isDone = false;
    board.isDue = true;
    board.running ??= run(board).finally(() => {
      board.running = null;
    });
  };

  /** One at a time for a board, with a pause before each change. */
  const run = async (board: Board) => {
    while (board.isDue && !stopping.signal.aborted) {
      const pause = Math.max(board.shownAt + everyMs - Date.now(), board.shownAt === 0 ? everyMs : 0);
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      board.isDue = false;
      if (isOurs !== undefined && !(await isOurs())) {
        // Who shows it takes it from the database, and so do we should it be ours again.
        for (const [key, one] of boards) if (one === board) boards.delete(key);
        return;
      }
      try {
        await update(board, options, everyMs * Math.min(RAREST, 1 + board.changes / 5));
        failures = 0;
      } catch (error) {
        failures += 1;
        if (failures === 1 && !stopping.signal.aborted) onError(error);
        const wait = Math.min(everyMs * 2 ** Math.min(failures, 10), LONGEST_WAIT_MS);
        board.shownAt = Date.now() + wait;
        board.isDue = true;
      }
    }
  };

  const stepped = async (id: number) => {
    const known = [...boards.values()].find(({ uploadIds }) => uploadIds.has(id));
    if (known !== undefined) {
      // What a person decides of it later is told where they decide.
      if (!known.isDone) due(known);
      return;
    }
    if (foreign.has(id)) return;
    const upload = await readUpload(database, OPERATOR, id);
    const origin = upload.channel === channel ? originOf(upload) : null;
    if (origin === null) foreign.add(id);
    else due(join(id, origin));
  };

  const endTelling = options.uploads.onStep((id) => {
    stepped(id).catch(onError);
  });
  const lookAround = async () => {
    for (const board of boards.values()) if (!board.isDone) due(board);
    if (isOurs === undefined || !(await isOurs())) return;
    const known = new Set([...boards.values()].flatMap(({ uploadIds }) => [...uploadIds]));
    for (const id of await listUntold(database, OPERATOR, channel, LOOKED_AT)) {
      if (!known.has(id)) await stepped(id);
    }
  };
  const look = setInterval(() => {
    lookAround().catch(onError);
  }, lookEveryMs);

  const open = await listUploads(database, OPERATOR, { open: true, limit: LOOKED_AT });
  const recent = await listUploads(database, OPERATOR, { limit: LOOKED_AT });
  for (const upload of [...open, ...recent]) {
    const origin = upload.channel === channel ? originOf(upload) : null;
    if (origin === null) continue;
    const board = join(upload.id, origin);
    if (!origin.told) due(board);
  }

  return {
    async stop() {
      endTelling();
      clearInterval(look);
      stopping.abort();
      const waited = new AbortController();
      // A chat that makes us wait must not keep the product from stopping.
      await Promise.race([
        Promise.all([...boards.values()].map(({ running }) => running)),
        sleep(STOP_MS, undefined, { signal: waited.signal }).catch(() => undefined),
      ]);
      waited.abort();
    },
  };
}

/** @param pause progress is not told sooner than this after the last change; the end is */
async function update(board: Board, options: BoardOptions, pause: number): Promise<void> {
  const { database, channel, show, onlyEnds = false } = options;
  // Whoever sent a file may be no admin any more: the product reads it itself, and looks whom it tells.
  const account = await findAccount(database, { channel, key: board.chat });
  const isAdmin = account?.admin === true;
  const uploads: Upload[] = [];
  for (const id of [...board.uploadIds].sort((a, b) => a - b)) {
    uploads.push(await readUpload(database, OPERATOR, id));
  }
  const isDone = isRead(uploads);
  if (!isDone && (onlyEnds || Date.now() < board.shownAt + pause)) return;
  const reply = isAdmin ? await replyOf(uploads, database) : adminReply([plain(texts.noLongerAdmin)]);
  board.message ??=
    uploads.map((upload) => originOf(upload)?.message ?? null).find((key) => key !== null) ?? null;
  const words = JSON.stringify(reply);
  if (words !== board.shown) {
    board.shownAt = Date.now();
    board.message = await show(board, reply);
    board.shown = words;
    board.changes += 1;
  }
  for (const upload of uploads) {
    const origin = originOf(upload);
    const { message } = board;
    if (origin === null || (origin.message === message && origin.told === isDone)) continue;
    await setUploadOrigin(database, OPERATOR, upload.id, { ...origin, message, told: isDone });
  }
  // A file that joined meanwhile has made it due again.
  board.isDone = isDone && !board.isDue;
}

async function replyOf(uploads: readonly Upload[], database: Database): Promise<Reply> {
  if (!isRead(uploads)) return describeProgress(uploads);
  const only = onlyDraft(uploads);
  if (only === null) return describeOutcome(uploads);
  const card = await readCard(database, OPERATOR, only);
  return cardReply(database, OPERATOR, card, { after: photoNotes(uploads) });
}
