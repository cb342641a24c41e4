import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type Block, type Choice, collectReply, type Respond } from '../../message.ts';
import { blockWords, fileBytes } from '../../reply/blockWords.ts';
import { renderForTerminal } from './render.ts';
import type { SaveFile } from './saveFile.ts';
import { farewells, texts } from './texts.ts';

export type TerminalChat = {
  readonly respond: Respond;
  /**
   * Key of whoever sits at the terminal. Drawn anew for each chat where none is given: nobody has proved who they are,
   * and the next one to sit down is not taken for the one before.
   */
  readonly sender?: string;
  /** Where files of a reply are kept; without it they are only named. */
  readonly saveFile?: SaveFile;
  /** For the log: why a reply broke off, which the core never lets happen. */
  readonly onError: (error: unknown) => void;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & {
    readonly isTTY?: boolean;
    readonly columns?: number;
    /** Node's own test, which knows `NO_COLOR`. */
    readonly hasColors?: () => boolean;
  };
};

const USUAL_WIDTH = 80;

/**
 * Questions and answers in a terminal until `/thoat`, Ctrl-D or Ctrl-C; from a pipe, every line is answered and the
 * chat ends with the input. A number picks a choice of the last reply. Never throws.
 */
export async function chatInTerminal({
  respond,
  sender = randomUUID(),
  saveFile,
  onError,
  input,
  output,
}: TerminalChat): Promise<void> {
  const interactive = input.isTTY === true && output.isTTY === true;
  const lines = createInterface({ input, output, terminal: interactive, prompt: texts.prompt });
  const closed = new Promise<void>((resolve) => lines.once('close', resolve));
  lines.on('SIGINT', () => lines.close());
  // The reader of a pipe may leave early ("| head").
  output.on('error', () => lines.close());
  let hungUp = false;
  output.once('close', () => {
    hungUp = true;
  });
  const say = (text: string) => {
    if (!hungUp && output.writable) output.write(`${text}\n`);
  };
  const look = () => ({
    // A terminal that does not know its size says 0.
    width: output.columns || USUAL_WIDTH,
    colour: output.isTTY === true && output.hasColors?.() === true,
  });

  const keep = async (block: Block): Promise<Block> => {
    if (block.kind !== 'file' || saveFile === undefined) return block;
    const file = blockWords.file(block);
    try {
      const path = await saveFile(block.name, fileBytes(block));
      return { kind: 'text', tone: 'plain', text: texts.fileSaved(file, path) };
    } catch (error) {
      onError(error);
      return { kind: 'text', tone: 'warning', text: texts.fileNotSaved(file) };
    }
  };

  let choices: readonly Choice[] = [];
  const answer = async (written: string) => {
    const picked = pick(written, choices);
    if (picked === null) return say(texts.noChoice(choices.length));
    try {
      const reply = await collectReply(
        respond({ channel: 'terminal', conversation: sender, sender, isPrivate: true, text: picked }),
      );
      choices = reply.choices;
      const blocks: Block[] = [];
      for (const block of reply.blocks) blocks.push(await keep(block));
      return say(`${interactive ? '\n' : ''}${renderForTerminal({ ...reply, blocks }, look())}\n`);
    } catch (error) {
      // The core tells failures as blocks and logs them; only a broken core ends here.
      onError(error);
      return say(texts.trouble);
    }
  };

  if (interactive) {
    say(`${texts.greeting}\n`);
    lines.prompt();
  }
  for await (const line of lines) {
    const written = line.trim();
    if (farewells.has(written.normalize('NFC').toLowerCase())) break;
    if (written !== '') {
      if (!interactive) say(`${texts.prompt}${written}`);
      // Ctrl-C during a long search leaves at once.
      await (interactive ? Promise.race([answer(written), closed]) : answer(written));
    }
    if (interactive) lines.prompt();
  }
  lines.close();
  if (interactive) say(texts.goodbye);
}

/** What a line stands for: the choice with that number, or the line itself; `null` for a number that is not offered. */
function pick(written: string, choices: readonly Choice[]): string | null {
  if (choices.length === 0 || !/^\d{1,2}$/.test(written)) return written;
  return choices[Number(written) - 1]?.send ?? null;
}
