import { createSeen } from '../seen.ts';
import type { OutgoingMessage } from './outgoing.ts';

/** What was said to photos and files that came together, each as a message of its own. */
export type Albums = {
  /** Whether another one of it came before. */
  readonly isRest: (albumId: string | undefined) => boolean;
  /** Whether the same was said to another one of it. */
  readonly wasSaid: (albumId: string | undefined, messages: readonly OutgoingMessage[]) => boolean;
};

const REMEMBERED = 200;

export function createAlbums(): Albums {
  const seen = createSeen(REMEMBERED);
  return {
    isRest: (albumId) => albumId !== undefined && !seen.isNew(albumId),
    wasSaid: (albumId, messages) => {
      if (albumId === undefined || messages.length === 0) return false;
      const words = messages.map((message) => (message.kind === 'text' ? message.html : message.name));
      return !seen.isNew(JSON.stringify([albumId, words]));
    },
  };
}
