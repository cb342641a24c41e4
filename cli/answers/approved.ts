import {
  type ApprovedCard,
  approve,
  type Desk,
  edit,
  findSources,
  propose,
  readCard,
  readCards,
  recite,
  withdraw,
} from '../../answer/approved/desk.ts';
import { describeStanding, stateOf } from '../../bot/features/staff/approvedCard.ts';
import { approvedTexts as shared } from '../../bot/features/staff/approvedTexts.ts';
import { describe } from '../../bot/features/staff/unanswered.ts';
import { writeCitation, writeDate, writePath } from '../../domain/citation.ts';
import { type IsoDate, vietnamDay } from '../../domain/day.ts';
import { KnownError } from '../../errors.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import type { ApprovedSource } from '../../store/approved/approved.ts';
import { closeAsked, listAsked } from '../../store/approved/asked.ts';
import type { Database } from '../../store/database.ts';
import { parseDate } from '../../vietnamese/dates.ts';
import { type CommonOptions, type ExitCode, type Io, withExistingDatabase } from '../io.ts';
import { searcherFor } from '../search/searcher.ts';
import { approvedTexts as texts } from './approvedTexts.ts';

/** Questions that are listed at most. */
const MOST = 100;

export type ApprovedOptions = CommonOptions & {
  readonly question?: readonly string[];
  readonly words?: string;
  readonly source?: readonly string[];
  readonly expires?: string;
  readonly recite?: boolean;
  readonly approve?: string | true;
  readonly withdraw?: boolean;
};

/** `approved`: all of them; with a number what is asked is done with that one; without one and with `--question` it is a new one. */
export function approvedCommand(
  io: Io,
  asked: string | undefined,
  options: ApprovedOptions,
): Promise<ExitCode> {
  if (asked !== undefined && !/^\d{1,9}$/.test(asked))
    throw new KnownError('bad_input', texts.notAnId(asked));
  if (options.approve !== undefined && options.withdraw === true) {
    throw new KnownError('bad_input', texts.bothWays);
  }
  return withExistingDatabase<ExitCode>(io, options, async (database) => {
    const desk: Desk = {
      database,
      identity: OPERATOR,
      today: vietnamDay(new Date()),
      search: searcherFor(io),
    };
    const isNew = asked === undefined && options.question !== undefined;
    const cards =
      asked === undefined && !isNew
        ? await readCards(desk)
        : [isNew ? await compose(desk, options) : await change(desk, Number(asked), options)];
    if (options.json === true) io.out(JSON.stringify({ answers: cards.map(toJson) }));
    else io.out(cards.length === 0 ? texts.none : cards.flatMap(cardLines).join('\n'));
    return 0;
  });
}

async function compose(desk: Desk, options: ApprovedOptions): Promise<ApprovedCard> {
  const { question, words, source } = options;
  if (question === undefined || words === undefined || source === undefined) {
    throw new KnownError('bad_input', texts.needed);
  }
  const expires = dateOf(options.expires);
  const card = await propose(desk, {
    questions: question,
    words,
    sources: await sourcesOf(desk, source),
    ...(expires === undefined ? {} : { expires }),
  });
  return decide(desk, card.answer.id, options);
}

async function change(desk: Desk, id: number, options: ApprovedOptions): Promise<ApprovedCard> {
  const { question, words, source } = options;
  const expires = dateOf(options.expires);
  if (question !== undefined || words !== undefined || source !== undefined || expires !== undefined) {
    const { answer } = await readCard(desk, id);
    await edit(desk, id, {
      ...(question === undefined ? {} : { questions: [...new Set([...answer.questions, ...question])] }),
      ...(words === undefined ? {} : { words }),
      ...(source === undefined ? {} : { sources: await sourcesOf(desk, source) }),
      ...(expires === undefined ? {} : { expires }),
    });
  }
  if (options.recite === true) await recite(desk, id);
  return decide(desk, id, options);
}

function decide(desk: Desk, id: number, options: ApprovedOptions): Promise<ApprovedCard> {
  if (options.withdraw === true) return withdraw(desk, id);
  if (options.approve === undefined) return readCard(desk, id);
  return approve(desk, id, options.approve === true ? null : options.approve);
}

async function sourcesOf(desk: Desk, written: readonly string[]): Promise<readonly ApprovedSource[]> {
  const found: ApprovedSource[] = [];
  for (const one of written) found.push(...(await findSources(desk, one)));
  return found;
}

function dateOf(written: string | undefined): IsoDate | undefined {
  if (written === undefined) return undefined;
  const date = parseDate(written);
  if (date === null) throw new KnownError('bad_input', texts.badDate(written));
  return date;
}

function cardLines(card: ApprovedCard): readonly string[] {
  const { answer, sources } = card;
  const { id, questions, words, expires, approval } = answer;
  return [
    shared.line(id, shared.states[stateOf(card)], questions[0] ?? ''),
    ...describeStanding(card).map((line) => `  ${line}`),
    ...questions.slice(1).map(texts.questionLine),
    texts.wordsLine(words),
    ...sources.map(({ source, citation }) =>
      citation === null
        ? texts.sourceLost(`${writePath(source.path)} ${source.document}`.trim())
        : texts.sourceLine(writeCitation(citation)),
    ),
    `  ${shared.expires(writeDate(expires))}`,
    ...(approval === null
      ? []
      : [`  ${shared.approvedBy(approval.by, approval.title, writeDate(vietnamDay(approval.at)))}`]),
  ];
}

function toJson({ answer, standing, sources }: ApprovedCard) {
  return {
    ...answer,
    standing,
    sources: sources.map(({ source, citation }) => ({ ...source, inForce: citation?.inForce ?? false })),
  };
}

/** `unanswered`: what still wants an answer; `--close` takes one off the list. */
export function unansweredCommand(
  io: Io,
  options: CommonOptions & { readonly newest?: boolean; readonly close?: string },
): Promise<ExitCode> {
  return withExistingDatabase<ExitCode>(io, options, async (database) => {
    if (options.close !== undefined) await close(database, options.close);
    const asked = await listAsked(database, OPERATOR, {
      limit: MOST,
      order: options.newest === true ? 'newest' : 'most',
    });
    if (options.json === true) io.out(JSON.stringify({ questions: asked }));
    else io.out(asked.length === 0 ? shared.noneUnanswered : asked.map(describe).join('\n'));
    return 0;
  });
}

async function close(database: Database, id: string): Promise<void> {
  const done = /^\d{1,15}$/.test(id) && (await closeAsked(database, OPERATOR, Number(id)));
  if (!done) throw new KnownError('not_found', texts.notThere(id));
}
