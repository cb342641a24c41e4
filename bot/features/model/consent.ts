import type { Database } from '../../../store/database.ts';
import { dropNote, keepNote, readNote } from '../../../store/messages/chatNotes.ts';
import { fold } from '../../../vietnamese/text.ts';
import { plain } from '../../blocks.ts';
import { type CommandFeature, command, parts } from '../../feature.ts';
import type { Message } from '../../message.ts';
import { modelTexts as texts } from './texts.ts';

const NOTE = 'model_may_see_gap';
/** A year: then the person is asked anew. Ends with their link before. */
const SECONDS = 365 * 86_400;

/** Whether this person agreed that a model in the house is told what they lack. Nobody has, until they say so. */
export async function mayTellGap(database: Database, { channel, sender }: Message): Promise<boolean> {
  if (sender === null) return false;
  const note = await readNote(database, { channel, chat: sender }, NOTE);
  return note !== null && !note.expired && note.content === true;
}

/** `/mohinh`: what leaves for a model, and the agreement that a model in the house is told more. */
export const consent: CommandFeature = {
  name: 'modelConsent',
  commands: [{ name: 'mohinh', description: null }],
  async *reply(message, { database, model, account }) {
    const { channel, sender, isPrivate, text } = message;
    if (model === undefined || !model.isLocal || sender === null || !isPrivate || account === null) {
      const words = model === undefined ? texts.consent.none : model.isLocal ? null : texts.consent.remote;
      const agreed = words ?? texts.consent.local(false);
      yield* parts({ outcome: 'help', blocks: [plain(agreed)], choices: [] });
      return;
    }
    const place = { channel, chat: sender };
    const wish = fold(command(text)?.rest ?? '').replaceAll(/\s/g, '');
    if (wish === 'dongy') {
      await keepNote(database, place, NOTE, true, SECONDS);
      yield* parts({ outcome: 'help', blocks: [plain(texts.consent.agreed)], choices: [] });
    } else if (wish === 'khong') {
      await dropNote(database, place, NOTE);
      yield* parts({ outcome: 'help', blocks: [plain(texts.consent.refused)], choices: [] });
    } else {
      yield* parts({
        outcome: 'help',
        blocks: [plain(texts.consent.local(await mayTellGap(database, message)))],
        choices: [
          { label: texts.consent.agree, send: '/mohinh dong y' },
          { label: texts.consent.refuse, send: '/mohinh khong' },
        ],
      });
    }
  },
};
