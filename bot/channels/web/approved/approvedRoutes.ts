import { type Context, Hono } from 'hono';
import { z } from 'zod';
import {
  type ApprovedCard,
  approve,
  type Desk,
  edit,
  offerSources,
  propose,
  readCard,
  readCards,
  recite,
  sourcesAt,
  withdraw,
} from '../../../../answer/approved/desk.ts';
import { writeCitation, writePath } from '../../../../domain/citation.ts';
import { vietnamDay } from '../../../../domain/day.ts';
import { KnownError } from '../../../../errors.ts';
import type { Reviewer } from '../../../../ingest/uploads/review.ts';
import { search } from '../../../../retrieve/search.ts';
import { closeAsked, listAsked } from '../../../../store/approved/asked.ts';
import type { Database } from '../../../../store/database.ts';
import { describeStanding, stateOf } from '../../../features/staff/approvedCard.ts';
import { readId } from '../documents/bodies.ts';
import { webTexts } from '../texts.ts';
import type { AnswersView, AnswerView, SourceView } from './views.ts';

type Env = { readonly Variables: { reviewer: Reviewer } };

/** Questions that are shown at most. */
const MOST = 200;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const written = z.object({
  questions: z.array(z.string().trim().min(1).max(500)).min(1).max(20),
  words: z.string().trim().min(1).max(4_000),
  sources: z
    .array(
      z.object({
        directiveId: z.number().int().positive(),
        path: z.array(z.string().max(200)).max(12),
      }),
    )
    .min(1)
    .max(10),
  expires: day,
});
const fresh = written.extend({ asked: z.number().int().positive().nullable() });
const titled = z.object({ title: z.string().trim().max(100).nullable() });

/**
 * What an admin does with approved answers; answers are the types of `views.ts`.
 * - `GET /` → `AnswersView`; `GET /:id` → `AnswerView`; `GET /sources?q=` → `{sources: SourceView[]}`
 * - `POST /` `{questions, words, sources, expires, asked}` and `POST /:id` (without `asked`) → `AnswerView`
 * - `POST /:id/approve` `{title}`, `…/withdraw`, `…/recite` → `AnswerView`; `POST /asked/:id/close` → 204
 */
export function approvedRoutes(database: Database): Hono<Env> {
  const routes = new Hono<Env>();
  const deskOf = (context: Context<Env>): Desk => ({
    database,
    search,
    identity: context.var.reviewer,
    today: vietnamDay(new Date()),
  });
  routes.get('/', async (context) => {
    const asked = await listAsked(database, context.var.reviewer, { limit: MOST, order: 'most' });
    const view: AnswersView = {
      answers: (await readCards(deskOf(context))).map(viewOf),
      asked: asked.map(({ lastAt, ...one }) => ({ ...one, lastAt: lastAt.toISOString() })),
    };
    return context.json(view);
  });
  routes.get('/sources', async (context) => {
    const sources = await offerSources(deskOf(context), context.req.query('q') ?? '');
    return context.json({ sources: sources.map(sourceView) });
  });
  routes.get('/:id', async (context) =>
    context.json(viewOf(await readCard(deskOf(context), readId(context.req.param('id'))))),
  );
  routes.post('/', async (context) => {
    const { asked, sources, ...draft } = await bodyOf(context, fresh);
    const desk = deskOf(context);
    const card = await propose(desk, { ...draft, sources: await sourcesAt(desk, sources) });
    if (asked !== null) await closeAsked(database, desk.identity, asked);
    return context.json(viewOf(card));
  });
  routes.post('/:id/approve', async (context) => {
    const { title } = await bodyOf(context, titled);
    const id = readId(context.req.param('id'));
    return context.json(viewOf(await approve(deskOf(context), id, title === '' ? null : title)));
  });
  routes.post('/:id/withdraw', async (context) =>
    context.json(viewOf(await withdraw(deskOf(context), readId(context.req.param('id'))))),
  );
  routes.post('/:id/recite', async (context) =>
    context.json(viewOf(await recite(deskOf(context), readId(context.req.param('id'))))),
  );
  routes.post('/:id', async (context) => {
    const { sources, ...change } = await bodyOf(context, written);
    const desk = deskOf(context);
    const id = readId(context.req.param('id'));
    const { answer } = await readCard(desk, id);
    // What was cited before stays as it was cited: only what is added is looked at.
    const kept = answer.sources.filter((one) => sources.some((other) => samePlace(one, other)));
    const added = sources.filter((one) => !answer.sources.some((other) => samePlace(one, other)));
    const all = [...kept, ...(await sourcesAt(desk, added))];
    return context.json(viewOf(await edit(desk, id, { ...change, sources: all })));
  });
  routes.post('/asked/:id/close', async (context) => {
    await closeAsked(database, context.var.reviewer, readId(context.req.param('id')));
    return context.body(null, 204);
  });
  return routes;
}

type Place = { readonly directiveId: number; readonly path: readonly string[] };

function samePlace(one: Place, other: Place): boolean {
  return one.directiveId === other.directiveId && one.path.join('/') === other.path.join('/');
}

async function bodyOf<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const read = schema.safeParse(await context.req.json().catch(() => null));
  if (!read.success) throw new KnownError('bad_input', webTexts.bodyUnreadable, { cause: read.error });
  return read.data;
}

function viewOf(card: ApprovedCard): AnswerView {
  const { id, questions, words, expires, proposedBy, approval } = card.answer;
  return {
    id,
    questions,
    words,
    expires,
    proposedBy,
    state: stateOf(card),
    doubts: describeStanding(card),
    approval: approval === null ? null : { ...approval, at: approval.at.toISOString() },
    sources: card.sources.map(sourceView),
  };
}

function sourceView({ source, citation }: ApprovedCard['sources'][number]): SourceView {
  const { directiveId, path, document, quote } = source;
  return {
    directiveId,
    path,
    quote: citation?.quote ?? quote,
    label: citation === null ? `${writePath(path)} ${document}`.trim() : writeCitation(citation),
    start: citation?.start ?? 0,
    end: citation?.end ?? 0,
  };
}
