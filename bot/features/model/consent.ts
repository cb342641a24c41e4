import type { Database } from '../../../store/database.ts';
import { dropNote, keepNote, readNote } from '../../../store/messages/chatNotes.ts';
import { fold } from '../../../vietnamese/text.ts';
import { type CommandFeature, command, parts, type Services } from '../../feature.ts';
import type { Choice, Message, Reply } from '../../message.ts';
import { plain } from '../../reply/blocks.ts';
import { modelTexts as texts } from './texts.ts';

const NOTE = 'model_may_see_gap';
const MEDIA_NOTE = 'model_may_take_media';
/** A year: then the person is asked anew. Ends with their link before. */
const SECONDS = 365 * 86_400;

/** Whether this person agreed that a model in the house is told what they lack. Nobody has, until they say so. */
export async function mayTellGap(database: Database, { channel, sender }: Message): Promise<boolean> {
  if (sender === null) return false;
  const note = await readNote(database, { channel, chat: sender }, NOTE);
  return note !== null && !note.expired && note.content === true;
}

/** Whether this person agreed that recordings and photos, of which nothing can be masked, leave the house. Nobody has, until they say so. */
export async function maySendMedia(database: Database, message: Message): Promise<boolean> {
  const note = await readNote(database, personOf(message), MEDIA_NOTE);
  return note !== null && !note.expired && note.content === true;
}

/** Who cannot be told apart is known by the chat, which is theirs alone. */
const personOf = ({ channel, sender, conversation }: Message) => ({ channel, chat: sender ?? conversation });

/** The two answers to what `/mohinh` asks. */
export const consentChoices: readonly Choice[] = [
  { label: texts.consent.agree, send: '/mohinh dong y' },
  { label: texts.consent.refuse, send: '/mohinh khong' },
];

/**
 * `/mohinh`: what leaves for a model, and the agreement that a model in the house is told more, or that a service outside is sent
 * recordings and photos.
 */
export const consent: CommandFeature = {
  name: 'modelConsent',
  commands: [{ name: 'mohinh', description: null }],
  async *reply(message, services) {
    yield* parts(await agreement(message, services));
  },
};

async function agreement(message: Message, { database, model, account, hearing }: Services): Promise<Reply> {
  const { channel, sender, isPrivate, text } = message;
  const said = texts.consent;
  if (model === undefined) return shown([said.none]);
  const wish = fold(command(text)?.rest ?? '').replaceAll(/\s/g, '');
  const isHeard = hearing !== undefined && (hearing.transcribe !== null || hearing.look !== null);
  if (!model.isLocal) {
    if (!isHeard || !isPrivate) return shown([said.remote, ...(isHeard ? [said.media(false)] : [])]);
    if (wish === 'dongy') {
      await keepNote(database, personOf(message), MEDIA_NOTE, true, SECONDS);
      return shown([said.mediaAgreed]);
    }
    if (wish === 'khong') {
      await dropNote(database, personOf(message), MEDIA_NOTE);
      return shown([said.mediaRefused]);
    }
    return shown([said.remote, said.media(await maySendMedia(database, message))], consentChoices);
  }
  const media = isHeard ? [said.mediaLocal] : [];
  if (sender === null || !isPrivate || account === null) return shown([said.local(false), ...media]);
  const place = { channel, chat: sender };
  if (wish === 'dongy') {
    await keepNote(database, place, NOTE, true, SECONDS);
    return shown([said.agreed]);
  }
  if (wish === 'khong') {
    await dropNote(database, place, NOTE);
    return shown([said.refused]);
  }
  return shown([said.local(await mayTellGap(database, message)), ...media], consentChoices);
}

const shown = (sentences: readonly string[], choices: readonly Choice[] = []): Reply => ({
  outcome: 'help',
  blocks: sentences.map(plain),
  choices,
});
