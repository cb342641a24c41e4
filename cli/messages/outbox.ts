import { writeMoment } from '../../domain/day.ts';
import { KnownError } from '../../errors.ts';
import {
  listMessages,
  type MessageLine,
  type MessageState,
  replayMessage,
} from '../../store/messages/overview.ts';
import { type CommonOptions, type ExitCode, type Io, withExistingDatabase } from '../io.ts';
import { outboxTexts as texts } from './outboxTexts.ts';

/** Lines at most, the newest first. */
const MOST = 200;
/** More than can pile up in the week that words are kept. */
const ALL = 1_000_000;
const UNFINISHED: readonly MessageState[] = ['waiting', 'sending', 'parked', 'unsure', 'refused', 'gone'];
const GIVEN_UP: readonly MessageState[] = ['parked', 'unsure', 'refused', 'gone'];

/** `outbox [--state …]`: messages and updates that have not come to a good end, without their words. */
export async function outboxCommand(
  io: Io,
  options: CommonOptions & { readonly state?: readonly string[] },
): Promise<ExitCode> {
  const states = options.state === undefined ? UNFINISHED : options.state.map(stateOf);
  // One more than is shown, to know whether there are more.
  const found = await withExistingDatabase(io, options, (database) =>
    listMessages(database, states, MOST + 1),
  );
  const lines = found.slice(0, MOST);
  if (options.json === true) {
    io.out(JSON.stringify({ messages: lines.map((line) => ({ ...line, id: idOf(line) })) }));
    return 0;
  }
  const shown = lines.map((line) =>
    texts.line(line, idOf(line), texts.states[line.state], writeMoment(line.at)),
  );
  const more = found.length > MOST ? [texts.more(MOST)] : [];
  const hint = lines.some(({ canReplay }) => canReplay) ? [texts.replayHint] : [];
  io.out(lines.length === 0 ? texts.nothing : [...shown, ...more, ...hint].join('\n'));
  return 0;
}

/** `outbox replay ID` or `--all`: has what was given up done again by the program that runs. */
export async function replayCommand(
  io: Io,
  id: string | undefined,
  options: CommonOptions & { readonly all?: boolean },
): Promise<ExitCode> {
  if (id === undefined && options.all !== true) throw new KnownError('bad_input', texts.which);
  const asked = id === undefined ? null : placeOf(id);
  const count = await withExistingDatabase(io, options, async (database) => {
    if (asked !== null) return (await replayMessage(database, asked.box, asked.id)) ? 1 : 0;
    // The newest come first, and what was said first is to be said first again.
    const lines = (await listMessages(database, GIVEN_UP, ALL)).filter(({ canReplay }) => canReplay);
    let replayed = 0;
    for (const line of lines.toReversed()) {
      if (await replayMessage(database, line.box, line.id)) replayed += 1;
    }
    return replayed;
  });
  if (id !== undefined && count === 0) throw new KnownError('not_found', texts.notReplayed(id));
  io.out(options.json === true ? JSON.stringify({ replayed: count }) : texts.replayed(count));
  return 0;
}

function stateOf(given: string): MessageState {
  const known = Object.keys(texts.states) as MessageState[];
  const state = known.find((one) => one === given);
  if (state === undefined) throw new KnownError('bad_input', texts.wrongState(given, known));
  return state;
}

/** `in-12` for an update, `out-34` for a message. */
const idOf = ({ box, id }: MessageLine): string => `${box === 'inbox' ? 'in' : 'out'}-${id}`;

function placeOf(given: string): { readonly box: MessageLine['box']; readonly id: number } {
  const [, box, id] = /^(in|out)-(\d{1,15})$/.exec(given) ?? [];
  if (box === undefined) throw new KnownError('bad_input', texts.badId(given));
  return { box: box === 'in' ? 'inbox' : 'outbox', id: Number(id) };
}
