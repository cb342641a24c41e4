import { LONGEST_QUESTION } from '../../../answer/question.ts';
import { pictureKind } from '../../../answer/tasks/lookAtPhoto.ts';
import type { Speaker } from '../../../answer/tasks/mediaCall.ts';
import { KnownError } from '../../../errors.ts';
import type { Database } from '../../../store/database.ts';
import { keepNote, readNote } from '../../../store/messages/chatNotes.ts';
import { cleanText } from '../../../vietnamese/text.ts';
import {
  type CommandFeature,
  type Hearing,
  type IntentFeature,
  parts,
  type Services,
} from '../../feature.ts';
import type { AttachedFile, Message, Reply } from '../../message.ts';
import { note, plain } from '../../reply/blocks.ts';
import { consentChoices, maySendMedia } from '../model/consent.ts';
import { toldApart } from '../model/toldApart.ts';
import { said } from './named.ts';
import { taskTexts } from './texts.ts';

const texts = taskTexts.heard;

const NOTE = 'heard';
const COUNT = 'heard-count';
/** For so long what was heard can be asked. */
const SECONDS = 1_800;
/** Some minutes of speech, or a photo; more is no question. */
const MOST_BYTES = 20_000_000;

/** What a file is when it is a question; `null` for a document. */
export function spokenOrShown({ name, origin }: AttachedFile): 'voice' | 'photo' | null {
  if (/\.(?:oga|ogg|opus|mp3|m4a|aac|amr|wav|weba|webm|flac)$/i.test(name)) return 'voice';
  return origin.isPhoto === true || /\.(?:jpe?g|png|webp|heic)$/i.test(name) ? 'photo' : null;
}

/** A voice message, or a photo from somebody who is no admin, is a question: what was understood is shown and asked on demand. */
export const listen: CommandFeature = {
  name: 'listen',
  commands: [],
  async *reply(message, services) {
    const { file } = message;
    const { hearing, database } = services;
    const kind = file === undefined ? null : spokenOrShown(file);
    if (file === undefined || kind === null || hearing === undefined) {
      return yield* parts(said(texts.nothing));
    }
    const mayLeave = hearing.isLocal || (await maySendMedia(database, message));
    if (kind === 'voice') {
      if (hearing.transcribe === null) return yield* parts(said(texts.noVoice));
      if (!mayLeave) return yield* parts({ ...said(texts.askVoice), choices: consentChoices });
    }
    if (!(await isWithinLimit(message, services))) return yield* parts(said(texts.tooMany));
    yield { kind: 'progress', text: kind === 'voice' ? texts.listening : texts.reading };
    const bytes = await file.load();
    if (bytes.length > MOST_BYTES) return yield* parts(said(texts.tooLarge));
    const from = speakerOf(message, services);
    const read =
      kind === 'voice'
        ? await hearing.transcribe?.(bytes, file.name, from)
        : await readPhoto(bytes, file.name, from, { ...hearing, look: mayLeave ? hearing.look : null });
    const words = asQuestion(read ?? '');
    const hint = kind === 'photo' && hearing.look !== null && !mayLeave ? [note(texts.readHere)] : [];
    const reply = words === '' ? said(texts.nothing) : await shown(words, kind, message, services);
    yield* parts({ ...reply, blocks: [...reply.blocks, ...hint] });
  },
};

/** By the model that may look at it; on this machine where there is none, it fails, or its limit is reached. */
async function readPhoto(
  photo: Uint8Array,
  name: string,
  from: Speaker,
  { look, readPhoto: readHere }: Pick<Hearing, 'look' | 'readPhoto'>,
): Promise<string> {
  if (look === null || pictureKind(photo) === null) return readHere(photo, name);
  try {
    return await look(photo, name, from);
  } catch (error) {
    if (error instanceof KnownError) return readHere(photo, name);
    throw error;
  }
}

/**
 * Reading a photo or listening costs far more than a question does, and strangers may send them: so many an hour in one chat. Where new
 * chats cost nothing, strangers share theirs.
 */
const AN_HOUR = 15;
const AN_HOUR_OF_STRANGERS = 60;
const STRANGERS = { channel: 'web', chat: 'strangers' } as const;
const HOUR_MS = 3_600_000;

async function isWithinLimit(message: Message, services: Services): Promise<boolean> {
  const { database, now } = services;
  const isShared = message.channel === 'web' && toldApart(message, services) === null;
  const place = isShared ? STRANGERS : placeOf(message);
  const kept = await readNote(database, place, COUNT);
  const at = now().getTime();
  const counted = kept?.content as { readonly since: number; readonly count: number } | undefined;
  const isOver = counted === undefined || at - counted.since > HOUR_MS;
  const next = isOver ? { since: at, count: 1 } : { since: counted.since, count: counted.count + 1 };
  if (next.count > (isShared ? AN_HOUR_OF_STRANGERS : AN_HOUR)) return false;
  await keepNote(database, place, COUNT, next, HOUR_MS / 1000);
  return true;
}

function speakerOf(message: Message, services: Services): Speaker {
  const isLinked = services.account !== null;
  return { place: placeOf(message), sender: toldApart(message, services), isLinked };
}

/** One paragraph, and never a command: what is heard is asked, not obeyed. */
function asQuestion(words: string): string {
  return cleanText(words)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[/\s]+/, '');
}

async function shown(
  words: string,
  kind: 'voice' | 'photo',
  message: Message,
  { database }: Services,
): Promise<Reply> {
  const text = words.slice(0, LONGEST_QUESTION);
  await keepNote(database, placeOf(message), NOTE, { text, sender: message.sender }, SECONDS);
  return {
    outcome: 'help',
    blocks: [
      note(kind === 'voice' ? texts.transcript : texts.readText),
      plain(text),
      ...(text.length < words.length ? [note(texts.tooLong(LONGEST_QUESTION))] : []),
      plain(texts.asked),
    ],
    choices: [
      { label: texts.confirm, send: '/hoicaunay' },
      { label: texts.correct, send: '/sualai', beside: true },
    ],
  };
}

/**
 * What was heard of this person in this chat last; `null` where nothing is kept. It stays until its time is over: a channel may hand
 * the same press over twice.
 */
export async function readHeard(database: Database, message: Message): Promise<string | null> {
  const kept = await readNote(database, placeOf(message), NOTE);
  if (kept === null || kept.expired) return null;
  const { text, sender } = kept.content as { readonly text: string; readonly sender: string | null };
  return sender === message.sender ? text : null;
}

/** `/sualai`: the words to correct; `/hoicaunay` comes here only where nothing is kept. */
export const heard: IntentFeature = {
  name: 'heard',
  personal: false,
  intents: ['heard'],
  commands: [
    { name: 'hoicaunay', description: null },
    { name: 'sualai', description: null },
  ],
  async *answer(intent, message, { database }) {
    const text = intent.kind === 'heard' && !intent.confirmed ? await readHeard(database, message) : null;
    yield* parts(
      text === null
        ? said(texts.forgotten)
        : { outcome: 'help', blocks: [plain(texts.rewrite), plain(text)], choices: [] },
    );
  },
};

const placeOf = ({ channel, conversation }: Message) => ({ channel, chat: conversation });
