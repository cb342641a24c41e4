import { createHash } from 'node:crypto';
import type { Api } from 'grammy';
import { LRUCache } from 'lru-cache';
import type { Database } from '../../../../store/database.ts';
import { dropNote, keepNote, readNote } from '../../../../store/messages/chatNotes.ts';
import type { Command } from '../../../message.ts';
import { commandMenu, stopCommand } from './commandMenu.ts';

export type RoleMenus = {
  /** Shows somebody in their private chat the commands of their role: once a day, or `again` where the role may just have changed. Never throws. */
  readonly look: (chat: string, sender: string, again: boolean) => Promise<void>;
};

export type RoleMenusOptions = {
  readonly api: Api;
  readonly database: Database;
  /** The commands that everybody is shown. */
  readonly usual: readonly Command[];
  readonly commandsFor: (sender: string) => Promise<readonly Command[]>;
  readonly onError: (error: unknown) => void;
};

const DAY_MS = 24 * 3600 * 1000;
/** A menu stays until it is taken away, so what was set is remembered for as long as people come back. */
const KEPT_SECONDS = 400 * 24 * 3600;
const NOTE = 'menu';
const MOST_CHATS = 10_000;

/** Menus of who may do more than everybody: kept by Telegram for their chat alone. */
export function createRoleMenus(options: RoleMenusOptions): RoleMenus {
  const { api, database, usual, commandsFor, onError } = options;
  /** Chats that were looked at here within the day, and whether they have a menu of their own. */
  const looked = new LRUCache<string, { readonly own: boolean }>({ max: MOST_CHATS, ttl: DAY_MS });
  const english = { language_code: 'en' } as const;

  const setMenu = async (chat: string, sender: string, mayBeLeft: boolean): Promise<boolean> => {
    const place = { channel: 'telegram', chat };
    const commands = await commandsFor(sender);
    const note = await readNote(database, place, NOTE);
    const isWide = commands.length > usual.length;
    const scope = { type: 'chat', chat_id: Number(chat) } as const;
    if (!isWide) {
      // Notes of a chat are forgotten with its link, its menu is not.
      if (note === null && !mayBeLeft) return false;
      await api.deleteMyCommands({ scope });
      await api.deleteMyCommands({ scope, ...english });
      await dropNote(database, place, NOTE);
      return false;
    }
    const menu = commandMenu([...commands, stopCommand]);
    const wanted = `${dayOf(Date.now())} ${createHash('sha256').update(JSON.stringify(menu)).digest('base64url')}`;
    if (note?.content === wanted) return true;
    await api.setMyCommands(menu, { scope });
    await api.setMyCommands(commandMenu([...commands, stopCommand], 'en'), { scope, ...english });
    await keepNote(database, place, NOTE, wanted, KEPT_SECONDS);
    return true;
  };

  return {
    async look(chat, sender, again) {
      const known = looked.get(chat);
      if (known !== undefined && !again) return;
      try {
        looked.set(chat, { own: known?.own ?? false });
        looked.set(chat, { own: await setMenu(chat, sender, again && known?.own !== false) });
      } catch (error) {
        looked.delete(chat);
        onError(error);
      }
    },
  };
}

const dayOf = (now: number) => Math.floor(now / DAY_MS);
