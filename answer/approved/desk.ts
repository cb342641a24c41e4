import { addDays, type IsoDate } from '../../domain/day.ts';
import { KnownError } from '../../errors.ts';
import type { Searcher } from '../../retrieve/searcher.ts';
import type { Identity } from '../../store/access/identity.ts';
import {
  type ApprovedAnswer,
  type ApprovedDraft,
  type ApprovedSource,
  changeAnswer,
  decideAnswer,
  listApproved,
  proposeAnswer,
  readApproved,
} from '../../store/approved/approved.ts';
import { closeAsked, type GivenSource, readAsked, readGiven } from '../../store/approved/asked.ts';
import type { Database } from '../../store/database.ts';
import { answerQuestion } from '../answer.ts';
import { readCurrent, sourceOf } from './sources.ts';
import { type ApprovedStanding, type CurrentSource, standingOf } from './standing.ts';
import { approvedTexts as texts } from './texts.ts';

/** What staff have before them. */
export type Desk = {
  readonly database: Database;
  readonly identity: Identity;
  readonly today: IsoDate;
  readonly search: Searcher;
};

/** An approved or proposed answer, and whether it may be given today. */
export type ApprovedCard = {
  readonly answer: ApprovedAnswer;
  readonly standing: ApprovedStanding;
  readonly sources: readonly CurrentSource[];
};

/** Days for which an answer holds unless staff say otherwise. */
const USUAL_DAYS = 365;

/** All that the identity may see, those that want somebody's attention first. */
export async function readCards({ database, identity, today }: Desk): Promise<readonly ApprovedCard[]> {
  const cards: ApprovedCard[] = [];
  for (const answer of await listApproved(database, identity))
    cards.push(await cardOf(database, answer, today));
  return cards.toSorted((a, b) => urgency(a) - urgency(b));
}

/** One of them; `not_found` for one that is not there. */
export async function readCard({ database, identity, today }: Desk, id: number): Promise<ApprovedCard> {
  return cardOf(database, await readApproved(database, identity, id), today);
}

async function cardOf(database: Database, answer: ApprovedAnswer, today: IsoDate): Promise<ApprovedCard> {
  const sources = await readCurrent(database, answer.sources, today);
  return { answer, sources, standing: standingOf(answer, sources, { asOf: today, today }) };
}

function urgency({ answer, standing }: ApprovedCard): number {
  if (answer.state === 'withdrawn') return 4;
  if (answer.state === 'proposed') return 0;
  return standing.kind === 'review' ? 1 : standing.kind === 'expired' ? 2 : 3;
}

/** The provisions that somebody names. Throws `bad_input` for words that name none, or one that is not in force. */
export async function findSources(
  { database, today, search }: Pick<Desk, 'database' | 'today' | 'search'>,
  written: string,
): Promise<readonly ApprovedSource[]> {
  const found = await answerQuestion(database, written, today, search);
  const citations =
    found.kind === 'quoted' && found.sureness === 'exact'
      ? found.citations.slice(0, 3)
      : found.kind === 'document' && found.within !== null
        ? [{ directiveId: found.document.id, path: found.within.path }]
        : [];
  if (citations.length === 0) throw new KnownError('bad_input', texts.sourceUnclear(written));
  return sourcesAt(
    { database, today },
    citations.map(({ directiveId, path }) => ({ directiveId, path })),
  );
}

/** Provisions as sources of an answer, as they stand today. Throws `bad_input` for one that is not there or not in force. */
export async function sourcesAt(
  { database, today }: Pick<Desk, 'database' | 'today'>,
  places: readonly (GivenSource & { readonly quote?: string })[],
): Promise<readonly ApprovedSource[]> {
  const sources: ApprovedSource[] = [];
  for (const place of places) sources.push(await sourceOf(database, place, today));
  return sources;
}

/** Provisions in force that somebody may mean: those that the words name, else those that answer them best. */
export async function offerSources(
  { database, today, search }: Pick<Desk, 'database' | 'today' | 'search'>,
  written: string,
): Promise<readonly CurrentSource[]> {
  if (!/[\p{L}\p{N}]/u.test(written)) return [];
  const found = await answerQuestion(database, written, today, search);
  const cited =
    found.kind === 'quoted'
      ? [...found.citations, ...found.near]
      : found.kind === 'document'
        ? [found.citation]
        : found.near;
  const offered = cited.filter(({ kind, validity }) => kind === 'issued' && validity === 'in_force');
  const places = offered.map(({ directiveId, path }) => ({ directiveId, path }));
  const sources = await sourcesAt({ database, today }, places);
  return readCurrent(database, sources, today);
}

/** Proposes what was answered once, in the words of its sources, to be edited. `not_found` for an answer that is forgotten. */
export async function proposeGiven(desk: Desk, answer: number): Promise<ApprovedCard> {
  const given = await readGiven(desk.database, desk.identity, answer);
  if (given === null) throw new KnownError('not_found', texts.givenGone);
  if (given.sources.length === 0) throw new KnownError('bad_input', texts.givenWithoutSource);
  const sources = await sourcesAt(desk, given.sources);
  const words = sources
    .map(({ quote }) => quote)
    .join('\n')
    .slice(0, 4_000);
  return propose(desk, { questions: [given.key], words, sources });
}

/** Proposes an answer to a question of the list of unanswered ones. */
export async function proposeAsked(
  desk: Desk,
  question: number,
  written: { readonly sources: string; readonly words: string },
): Promise<ApprovedCard> {
  const asked = await readAsked(desk.database, desk.identity, question);
  if (asked === null) throw new KnownError('not_found', texts.askedGone(question));
  const sources = await findSources(desk, written.sources);
  const card = await propose(desk, { questions: [asked.key], words: written.words, sources });
  await closeAsked(desk.database, desk.identity, question);
  return card;
}

/** Proposes an answer; without a last day it holds for a year. */
export async function propose(
  desk: Desk,
  draft: Omit<ApprovedDraft, 'expires'> & { readonly expires?: IsoDate },
): Promise<ApprovedCard> {
  const expires = draft.expires ?? addDays(desk.today, USUAL_DAYS);
  return readCard(desk, await proposeAnswer(desk.database, desk.identity, { ...draft, expires }));
}

/** Changes an answer. Sources that are given are taken as they stand today; the others stay as they were cited. */
export async function edit(desk: Desk, id: number, change: Partial<ApprovedDraft>): Promise<ApprovedCard> {
  await changeAnswer(desk.database, desk.identity, id, change);
  return readCard(desk, id);
}

/**
 * Takes the sources of an answer as they stand today, for whoever has read what became of them. Those that are gone or out of force
 * are left out; `bad_input` where none is left.
 */
export async function recite(desk: Desk, id: number): Promise<ApprovedCard> {
  const { sources: before } = await readApproved(desk.database, desk.identity, id);
  const sources: ApprovedSource[] = [];
  for (const source of before) {
    try {
      sources.push(await sourceOf(desk.database, source, desk.today));
    } catch (error) {
      if (!(error instanceof KnownError) || error.code !== 'bad_input') throw error;
    }
  }
  return edit(desk, id, { sources });
}

/** Approves an answer whose sources stand (`bad_input` for another). `title`: the approver's post, as it is shown. */
export async function approve(desk: Desk, id: number, title: string | null): Promise<ApprovedCard> {
  const { standing } = await readCard(desk, id);
  if (standing.kind === 'review') throw new KnownError('bad_input', texts.sourcesFirst(id));
  if (standing.kind === 'expired') throw new KnownError('bad_input', texts.expiryFirst(id));
  await decideAnswer(desk.database, desk.identity, id, 'approved', title);
  return readCard(desk, id);
}

/** Takes an answer back. */
export async function withdraw(desk: Desk, id: number): Promise<ApprovedCard> {
  await decideAnswer(desk.database, desk.identity, id, 'withdrawn');
  return readCard(desk, id);
}
