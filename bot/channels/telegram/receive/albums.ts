import { createHash } from 'node:crypto';
import type { Database } from '../../../../store/database.ts';
import { keepNote, readNote } from '../../../../store/messages/chatNotes.ts';
import type { OutgoingMessage } from '../render/outgoing.ts';

/** What was said to photos and files that came together, each as an update of its own. `update`: the key of the one at hand. */
export type Albums = {
  /** Whether another one of it came before. */
  readonly isRest: (chat: string, albumId: string | undefined, update: string) => Promise<boolean>;
  /** Whether the same was said to another one of it. */
  readonly wasSaid: (
    chat: string,
    albumId: string | undefined,
    update: string,
    messages: readonly OutgoingMessage[],
  ) => Promise<boolean>;
};

/** All of them arrive within seconds; after a day away they are told of a day later. */
const KEPT_SECONDS = 2 * 24 * 3600;

export function createAlbums(database: Database): Albums {
  /** Which update was the first is kept, so that the same one, worked on again, still is. */
  const isTaken = async (chat: string, name: string, update: string): Promise<boolean> => {
    const place = { channel: 'telegram', chat };
    const note = await readNote(database, place, name);
    if (note !== null) return note.content !== update;
    await keepNote(database, place, name, update, KEPT_SECONDS);
    return false;
  };
  return {
    isRest: async (chat, albumId, update) =>
      albumId !== undefined && (await isTaken(chat, `album ${albumId}`, update)),
    async wasSaid(chat, albumId, update, messages) {
      if (albumId === undefined || messages.length === 0) return false;
      const words = messages.map((message) => (message.kind === 'text' ? message.html : message.name));
      const said = createHash('sha256').update(JSON.stringify(words)).digest('base64url');
      return isTaken(chat, `album ${albumId} ${said}`, update);
    },
  };
}
