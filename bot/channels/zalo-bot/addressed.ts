/**
 * The platform lets no bot have a name without this at its beginning, and names are written with capitals; that of the account
 * is `bot.` and letters.
 */
const ANY_BOT = /@[Bb][Oo][Tt](?:\.\w+|(?![\p{L}\p{N}])(?: \p{Lu}[\p{L}\p{N}]*)*)/u;

/**
 * What was said to this bot in a group: the text without the bot's own name, or `null` when it is not for it. For it are a
 * mention, an answer to a message of its own and a command. `names` are those it is shown by; Zalo marks no mention, so that
 * where no name is known any “@Bot …” counts.
 */
export function textForBot(written: string, repliesToBot: boolean, names: readonly string[]): string | null {
  const text = written.normalize('NFC');
  const lower = text.toLowerCase();
  for (const name of names) {
    const mention = `@${name.normalize('NFC').toLowerCase()}`;
    const at = lower.indexOf(mention);
    // Changing the case may change the length of rare letters: then the name is left in.
    if (at !== -1 && lower.length === text.length) return without(text, at, mention.length);
  }
  const any = ANY_BOT.exec(text);
  if (any !== null && names.length === 0) return without(text, any.index, any[0].length);
  return repliesToBot || /^\s*\/[a-z_]+(?=\s|$)/i.test(text) ? text : null;
}

/** A bare mention is a knock on the door. */
function without(text: string, at: number, length: number): string {
  const words = `${text.slice(0, at)} ${text.slice(at + length)}`.trim().replace(/^[,:;–-]\s*/u, '');
  return words === '' ? '/trogiup' : words;
}
