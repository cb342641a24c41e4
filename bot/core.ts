import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Account, ChannelKey } from '../domain/account.ts';
import { type ErrorCode, KnownError } from '../errors.ts';
import { findAccount } from '../store/access/accounts.ts';
import { burnLinkCode } from '../store/access/linking.ts';
import type { Database } from '../store/database.ts';
import { readArrival } from '../store/messages/arrival.ts';
import { cleanText } from '../vietnamese/text.ts';
import { command, type Feature, type IntentFeature, parts, type Services } from './feature.ts';
import { ask } from './features/ask.ts';
import { documents } from './features/documents.ts';
import { feedback } from './features/feedback.ts';
import { help } from './features/help.ts';
import { consent } from './features/model/consent.ts';
import { forget } from './features/model/forget.ts';
import { open } from './features/open.ts';
import { correction } from './features/own/correction.ts';
import { gaps } from './features/own/gaps.ts';
import { hashLinkCode } from './features/own/linkCode.ts';
import { linking } from './features/own/linking.ts';
import { links } from './features/own/links.ts';
import { noticesSettings } from './features/own/noticesSettings.ts';
import { personalData } from './features/own/personalData.ts';
import { record } from './features/own/record.ts';
import { renewal } from './features/own/renewal.ts';
import { compare } from './features/review/compare.ts';
import { correct } from './features/review/correct.ts';
import { discard } from './features/review/discard.ts';
import { join } from './features/review/join.ts';
import { log } from './features/review/log.ts';
import { oneFile } from './features/review/oneFile.ts';
import { proposals } from './features/review/proposals.ts';
import { publish } from './features/review/publish.ts';
import { receive } from './features/review/receive.ts';
import { republish } from './features/review/republish.ts';
import { review } from './features/review/review.ts';
import { uploads } from './features/review/uploads.ts';
import { remove, unpublish } from './features/review/withdraw.ts';
import { approved } from './features/staff/approved.ts';
import { classes } from './features/staff/classes.ts';
import { corrections } from './features/staff/corrections.ts';
import { issueCode } from './features/staff/issueCode.ts';
import { percentages } from './features/staff/percentages.ts';
import { readiness } from './features/staff/readiness.ts';
import { statistics } from './features/staff/statistics.ts';
import { targets } from './features/staff/targets.ts';
import { trainings } from './features/staff/trainings.ts';
import { unanswered } from './features/staff/unanswered.ts';
import { whoLacks } from './features/staff/whoLacks.ts';
import { asContrast, contrast } from './features/tasks/contrast.ts';
import { explain } from './features/tasks/explain.ts';
import { heard, listen, readHeard, spokenOrShown } from './features/tasks/heard.ts';
import { letter } from './features/tasks/letter.ts';
import { summary } from './features/tasks/summary.ts';
import type { Intent } from './intents/intent.ts';
import { recognise } from './intents/recognise.ts';
import type { Command, Message, ReplyPart, Respond } from './message.ts';
import { texts } from './texts.ts';
import { whileLinked } from './whileLinked.ts';

/** Everything a person can do. */
const FEATURES: readonly Feature[] = [
  gaps,
  record,
  renewal,
  ask,
  documents,
  open,
  summary,
  contrast,
  explain,
  letter,
  heard,
  feedback,
  linking,
  links,
  noticesSettings,
  correction,
  personalData,
  whoLacks,
  targets,
  statistics,
  classes,
  readiness,
  trainings,
  percentages,
  issueCode,
  corrections,
  unanswered,
  approved,
  uploads,
  review,
  correct,
  proposals,
  publish,
  discard,
  join,
  oneFile,
  unpublish,
  republish,
  remove,
  compare,
  log,
  forget,
  consent,
  help,
];

const isPersonal = (feature: Feature) => 'personal' in feature && feature.personal === true;
const isForStaff = (feature: Feature) => 'staffOnly' in feature && feature.staffOnly === true;
const isForAdmins = (feature: Feature) => 'adminOnly' in feature && feature.adminOnly === true;
const isForOffice = (feature: Feature) => feature.officeOnly === true;
const commandsOf = (features: readonly Feature[]) => features.flatMap((feature) => feature.commands);

/** Every command that anybody may use, in the order of menus. */
export const commands: readonly Command[] = commandsOf(
  FEATURES.filter((feature) => !isForStaff(feature) && !isForAdmins(feature) && !isForOffice(feature)),
);

const staffCommands: readonly Command[] = commandsOf(FEATURES.filter(isForStaff));
const officeCommands: readonly Command[] = commandsOf(FEATURES.filter(isForOffice));
const adminCommands: readonly Command[] = commandsOf(FEATURES.filter(isForAdmins));

/** Where failures are told in full. */
export type FailureLog = (failure: {
  readonly reference: string;
  readonly feature: string;
  readonly error: unknown;
}) => void;

/** The one core behind every channel: the feature for a message replies; a failure becomes kind words. */
export function createRespond(
  services: Omit<Services, 'commands' | 'account' | 'arrival'>,
  logFailure: FailureLog,
): Respond {
  return async function* respond(written) {
    // Once at the entrance: NUL, lone surrogates and invisible characters reach neither patterns nor the database.
    const cleaned = { ...written, text: cleanText(written.text) };
    let feature: Feature = ask;
    try {
      const { message, intent } = await understood(cleaned, services.database);
      feature = featureFor(message, intent);
      const arrival = message.sender === null ? null : await readArrival(services.database, message);
      const account = arrival?.account ?? null;
      if (isHeard(message, account, services)) feature = listen;
      for (const text of arrival?.notices ?? []) {
        yield { kind: 'block', block: { kind: 'text', text, tone: 'warning' } };
      }
      const parts = replyOf(feature, message, intent, {
        ...services,
        commands: commandsFor(account),
        account,
        ...(arrival === null ? {} : { arrival }),
      });
      yield* account === null
        ? parts
        : whileLinked(parts, account.id, {
            database: services.database,
            message,
            isHeld: isPersonal(feature),
          });
    } catch (error) {
      yield* failure(feature, error, logFailure);
    }
  };
}

/** Pressed buttons, commands and frequent questions come in the same words again and again. */
const recognised = new LRUCache<string, { readonly intent: Intent | null }>({ max: 1000 });
const LONGEST_KEPT = 300;

function recogniseOnce(text: string): Intent | null {
  const known = recognised.get(text);
  if (known !== undefined) return known.intent;
  const intent = recognise(text);
  if (text.length <= LONGEST_KEPT) recognised.set(text, { intent });
  return intent;
}

/** What a message wants; of a voice or a photo that was confirmed, what was understood of it is the message. */
async function understood(
  message: Message,
  database: Database,
): Promise<{ readonly message: Message; readonly intent: Intent | null }> {
  const intent = recogniseOnce(message.text);
  if (intent?.kind !== 'heard' || !intent.confirmed) return { message, intent };
  const text = await readHeard(database, message);
  return text === null ? { message, intent } : { message: { ...message, text }, intent: recogniseOnce(text) };
}

/** A voice is a question, whoever speaks; a photo is one where no admin sends it, who uploads documents that way. */
function isHeard(
  { file, isPrivate }: Message,
  account: Account | null,
  { hearing }: Pick<Services, 'hearing'>,
): boolean {
  if (file === undefined || !isPrivate || hearing === undefined) return false;
  const kind = spokenOrShown(file);
  return kind === 'voice' || (kind === 'photo' && (file.isQuestion === true || account?.admin !== true));
}

/** Admins, and whoever looks after units. */
function isOffice(account: Account | null): boolean {
  return account !== null && (account.admin || account.staffOf.length > 0);
}

function commandsFor(account: Account | null): readonly Command[] {
  return [
    ...commands,
    ...((account?.staffOf.length ?? 0) > 0 ? staffCommands : []),
    ...(isOffice(account) ? officeCommands : []),
    ...(account?.admin === true ? adminCommands : []),
  ];
}

/** The commands that somebody may use, by their key in a channel. */
export async function commandsOfPerson(database: Database, key: ChannelKey): Promise<readonly Command[]> {
  return commandsFor(await findAccount(database, key));
}

function replyOf(
  feature: Feature,
  message: Message,
  intent: Intent | null,
  services: Services,
): AsyncIterable<ReplyPart> {
  if (feature.officeOnly === true) {
    if (!isOffice(services.account)) return refuse(texts.onlyForOffice);
    if (!message.isPrivate) return refuse(texts.documentsOnlyInPrivate);
  }
  if (!('answer' in feature)) return feature.reply(message, services);
  if (feature.staffOnly === true && (services.account?.staffOf.length ?? 0) === 0) {
    return command(message.text) === null ? ask.reply(message, services) : onlyForStaff();
  }
  if (feature.adminOnly === true && services.account?.admin !== true) {
    if (command(message.text) !== null) return refuse(texts.onlyForAdmins);
    const open = asContrast(intent);
    return open === null ? ask.reply(message, services) : contrast.answer(open, message, services);
  }
  if (feature.adminOnly === true && !message.isPrivate) return refuse(texts.documentsOnlyInPrivate);
  if (feature.personal && !message.isPrivate) return refuseInGroup(intent, services);
  if (intent === null) return help.reply(message, services);
  return feature.answer(intent, message, services);
}

/** A command that nobody knows is answered with the help. */
function featureFor({ text, file }: Message, intent: Intent | null): Feature {
  if (file !== undefined) return receive;
  if (intent !== null) {
    const feature = FEATURES.find(
      (one): one is IntentFeature => 'answer' in one && one.intents.includes(intent.kind),
    );
    if (feature !== undefined) return feature;
  }
  const written = command(text);
  if (written === null) return ask;
  return FEATURES.find((feature) => feature.commands.some(({ name }) => name === written.name)) ?? help;
}

/** A code that was shown to a whole group is nobody's any more. */
async function* refuseInGroup(intent: Intent | null, { database }: Services): AsyncGenerator<ReplyPart> {
  const code = intent?.kind === 'link' || intent?.kind === 'agree' ? intent.code : null;
  if (code !== null) await burnLinkCode(database, hashLinkCode(code));
  yield* refuse(code === null ? texts.onlyInPrivate : texts.codeShownToGroup);
}

const onlyForStaff = () => refuse(texts.onlyForStaff);

function refuse(text: string): AsyncIterable<ReplyPart> {
  return parts({ outcome: 'record', blocks: [{ kind: 'text', text, tone: 'plain' }], choices: [] });
}

/** Slips of who writes, told to them alone. */
const SLIPS: ReadonlySet<ErrorCode> = new Set(['bad_input', 'not_found', 'limit_exceeded', 'file_too_large']);

/** Only whoever runs the product can mend these: the person is given what to quote to them. */
const OPERATORS: ReadonlySet<ErrorCode> = new Set([
  'database_locked',
  'database_unreachable',
  'database_unsuitable',
  'disk_full',
]);

function* failure(feature: Feature, error: unknown, logFailure: FailureLog): Generator<ReplyPart> {
  const reference = randomUUID().slice(0, 8);
  const code = error instanceof KnownError ? error.code : null;
  // What is wrong with a question is said to who wrote it, and the log holds no questions.
  if (code === null || !SLIPS.has(code)) logFailure({ reference, feature: feature.name, error });
  yield { kind: 'block', block: { kind: 'text', text: sentenceOf(error, reference), tone: 'warning' } };
  const isPassing = code === 'database_unreachable' ? { isPassing: true } : {};
  yield { kind: 'done', outcome: 'error', choices: [], ...isPassing };
}

function sentenceOf(error: unknown, reference: string): string {
  if (!(error instanceof KnownError)) return texts.failure(reference);
  return OPERATORS.has(error.code) ? texts.withReference(error.sentence, reference) : error.sentence;
}
