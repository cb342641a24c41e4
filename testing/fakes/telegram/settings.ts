import type { Parameters } from './parameters.ts';

export type FakeCommand = { readonly command: string; readonly description: string };

type Scope = { readonly type: string; readonly chat_id?: unknown; readonly user_id?: unknown };

/** What the bot has set about itself: its commands by scope and language, its menu buttons, its names. */
export type Settings = {
  readonly setCommands: (parameters: Parameters) => void;
  readonly commands: (parameters: Parameters) => readonly FakeCommand[];
  readonly deleteCommands: (parameters: Parameters) => void;
  /** What a person sees in the menu of a chat: the narrowest scope wins, and in it the person's own language. */
  readonly commandsSeen: (
    chat: { readonly id: number; readonly type: string },
    userId: number,
    language: string,
  ) => readonly FakeCommand[];
  /** `null` for the button of all chats. */
  readonly setMenuButton: (chatId: number | null, button: unknown) => void;
  readonly menuButton: (chatId: number | null) => unknown;
  /** Texts such as the description, by method without `setMy` and language. */
  readonly setWords: (name: string, language: string, words: string) => void;
  readonly words: (name: string, language: string) => string;
};

export function createSettings(): Settings {
  const commands = new Map<string, readonly FakeCommand[]>();
  const buttons = new Map<number | null, unknown>();
  const words = new Map<string, string>();
  const keyOf = ({ scope, language_code = '' }: Parameters) => {
    const { type, chat_id = '', user_id = '' } = (scope ?? { type: 'default' }) as Scope;
    return [type, chat_id, user_id, language_code].join(' ');
  };
  return {
    setCommands: (parameters) => {
      commands.set(keyOf(parameters), parameters.commands as readonly FakeCommand[]);
    },
    commands: (parameters) => commands.get(keyOf(parameters)) ?? [],
    deleteCommands: (parameters) => {
      commands.delete(keyOf(parameters));
    },
    commandsSeen({ id: chat_id, type }, user_id, language_code) {
      const kind = type === 'private' ? 'all_private_chats' : 'all_group_chats';
      const scopes: readonly Scope[] = [
        ...(type === 'private' ? [] : [{ type: 'chat_member', chat_id, user_id }]),
        { type: 'chat', chat_id },
        { type: kind },
        { type: 'default' },
      ];
      const seen = scopes
        .flatMap((scope) => [{ scope, language_code }, { scope }])
        .map((parameters) => commands.get(keyOf(parameters)));
      return seen.find((list) => list !== undefined) ?? [];
    },
    setMenuButton: (chatId, button) => {
      buttons.set(chatId, button ?? { type: 'default' });
    },
    menuButton: (chatId) => buttons.get(chatId) ?? buttons.get(null) ?? { type: 'commands' },
    setWords: (name, language, text) => {
      words.set(`${name} ${language}`, text);
    },
    words: (name, language) => words.get(`${name} ${language}`) ?? words.get(`${name} `) ?? '',
  };
}
