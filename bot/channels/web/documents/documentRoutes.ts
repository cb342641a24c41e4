import { Hono, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { documentName } from '../../../../domain/citation.ts';
import { relationsOf } from '../../../../ingest/relations/relationsOf.ts';
import { amendedBy } from '../../../../ingest/uploads/amendedBy.ts';
import { compareDraft, compareStored } from '../../../../ingest/uploads/differences.ts';
import { deleteDocument, publishDraft, unpublish } from '../../../../ingest/uploads/publish.ts';
import { restoreVersion } from '../../../../ingest/uploads/restore.ts';
import {
  correctDraft,
  decideProposals,
  discardDraft,
  discardUpload,
  type Reviewer,
  readCard,
  readDraft,
} from '../../../../ingest/uploads/review.ts';
import { noSuchDocument } from '../../../../ingest/uploads/texts.ts';
import { readDirective } from '../../../../store/directives.ts';
import { listVersions, readStanding } from '../../../../store/standing.ts';
import {
  listManaged,
  readDraftFile,
  readOriginal,
  readUploadFile,
} from '../../../../store/uploads/console.ts';
import { listDocumentLog } from '../../../../store/uploads/documentLog.ts';
import type { Sessions } from '../session.ts';
import { attachment } from './attachment.ts';
import { problemsOf, readBody, readId } from './bodies.ts';
import { adminOf, type DocumentDesk } from './desk.ts';
import { receiveFile } from './receiveFile.ts';
import { documentTexts } from './texts.ts';
import { shownUploads, streamUploads } from './uploadEvents.ts';
import { type ConsoleDocument, cardView, type DocumentView, draftView, type LogView } from './views.ts';

type Env = { readonly Variables: { reviewer: Reviewer } };

/** Entries of the log that are shown of everything, and of one document. */
const LOG_LENGTH = 200;

/** Admins pass; everybody else is told 403 and why. */
export function onlyAdmins(desk: DocumentDesk, sessions: Sessions): MiddlewareHandler<Env> {
  return async (context, next) => {
    const reviewer = await adminOf(context, desk.database, sessions);
    if (reviewer === null) return context.json({ error: documentTexts.onlyAdmins }, 403);
    context.set('reviewer', reviewer);
    return next();
  };
}

/**
 * Takes a file in: `POST /uploads`, its body the bytes as `application/octet-stream`, its name percent-encoded in `x-file-name` →
 * `Received`. Apart from the other routes because its body may be large. A form of another page can send neither.
 */
export function uploadRoute({ uploads, fileBytes }: DocumentDesk): Hono<Env> {
  const routes = new Hono<Env>();
  routes.post('/uploads', async (context, next) => {
    if (context.req.header('content-type') !== 'application/octet-stream') return next();
    const file = await receiveFile(context, fileBytes);
    return context.json(await uploads.receive(context.var.reviewer, { ...file, channel: 'web' }));
  });
  return routes;
}

/**
 * What an admin does with documents; answers are the types of `views.ts`.
 * - `GET /` → `{documents: ConsoleDocument[], uploads: UploadView[], fileBytes}`; `GET /events` → see `streamUploads`
 * - `GET /drafts/:id` → `DraftView`; `POST /drafts/:id/corrections` `{fields}` → `CardView`, or 400 with `problems` by field;
 *   `…/decisions` `{keys, decision}` → `CardView`; `…/publish` `{replaces?}` → `Published`; `…/discard` → 204
 * - `GET /stored/:id` → `DocumentView`; `POST /stored/:id/unpublish` → `{draftId}`; `…/restore` → `Restored`; `…/delete` → 204
 * - `POST /uploads/:id/discard` → 204, of a file of which nothing could be read
 * - `GET /drafts/:id/file`, `GET /stored/:id/file`, `GET /uploads/:id/file` → the file as it was sent, to be kept and never shown
 * - `GET /stored/:id/compare?with=` (the older one) and `GET /drafts/:id/compare?with=` → `Difference`
 * - `GET /log` → `{log: LogView[]}`
 */
export function documentRoutes(
  desk: DocumentDesk,
  sessions: Sessions,
  onError: (error: unknown) => void,
): Hono<Env> {
  const { database, fileBytes } = desk;
  const routes = new Hono<Env>();

  const partsOf = async (reviewer: Reviewer, draftId: number) => {
    const { parsed } = await readDraft(database, reviewer, draftId);
    const card = await readCard(database, reviewer, draftId);
    return [card, parsed, await amendedBy(database, parsed.relations)] as const;
  };

  routes.get('/events', (context) => {
    const stillAdmin = async () => (await adminOf(context, database, sessions)) !== null;
    return streamUploads(context, desk, context.var.reviewer, stillAdmin, onError);
  });
  routes.get('/drafts/:id', compress(), async (context) =>
    context.json(draftView(...(await partsOf(context.var.reviewer, readId(context.req.param('id')))))),
  );
  routes.get('/', async (context) => {
    const { reviewer } = context.var;
    const uploads = await shownUploads(desk, reviewer);
    const documents: readonly ConsoleDocument[] = (await listManaged(database, reviewer)).map(
      ({ storedAt, ...rest }) => ({ ...rest, storedAt: storedAt.toISOString() }),
    );
    return context.json({ documents, uploads, fileBytes });
  });

  routes.post('/drafts/:id/corrections', async (context) => {
    const draftId = readId(context.req.param('id'));
    const { fields } = await readBody(context, 'corrections');
    const problems = problemsOf(fields);
    if (Object.keys(problems).length > 0) {
      return context.json({ error: documentTexts.fieldsWrong, problems }, 400);
    }
    await correctDraft(database, context.var.reviewer, draftId, fields);
    return context.json(cardView(...(await partsOf(context.var.reviewer, draftId))));
  });
  routes.post('/drafts/:id/decisions', async (context) => {
    const draftId = readId(context.req.param('id'));
    const { keys, decision } = await readBody(context, 'decisions');
    await decideProposals(database, context.var.reviewer, draftId, keys, decision);
    return context.json(cardView(...(await partsOf(context.var.reviewer, draftId))));
  });
  routes.post('/drafts/:id/publish', async (context) => {
    const { replaces } = await readBody(context, 'publish');
    const how = replaces === undefined ? {} : { replaces };
    const draftId = readId(context.req.param('id'));
    return context.json(await publishDraft(database, context.var.reviewer, draftId, how));
  });
  routes.post('/drafts/:id/discard', async (context) => {
    await discardDraft(database, context.var.reviewer, readId(context.req.param('id')));
    return context.body(null, 204);
  });
  routes.get('/drafts/:id/file', async (context) =>
    attachment(context, await readDraftFile(database, context.var.reviewer, readId(context.req.param('id')))),
  );

  routes.post('/uploads/:id/discard', async (context) => {
    await discardUpload(database, context.var.reviewer, readId(context.req.param('id')));
    return context.body(null, 204);
  });
  routes.get('/uploads/:id/file', async (context) =>
    attachment(
      context,
      await readUploadFile(database, context.var.reviewer, readId(context.req.param('id'))),
    ),
  );

  routes.get('/stored/:id', async (context) =>
    context.json(await documentView(desk, context.var.reviewer, readId(context.req.param('id')))),
  );
  routes.post('/stored/:id/unpublish', async (context) => {
    const { draftId } = await unpublish(database, context.var.reviewer, readId(context.req.param('id')));
    return context.json({ draftId });
  });
  routes.post('/stored/:id/delete', async (context) => {
    await deleteDocument(database, context.var.reviewer, readId(context.req.param('id')));
    return context.body(null, 204);
  });
  routes.post('/stored/:id/restore', async (context) =>
    context.json(await restoreVersion(database, context.var.reviewer, readId(context.req.param('id')))),
  );
  routes.get('/stored/:id/file', async (context) =>
    attachment(context, await readOriginal(database, context.var.reviewer, readId(context.req.param('id')))),
  );
  routes.get('/drafts/:id/compare', compress(), async (context) => {
    const [draftId, other] = [readId(context.req.param('id')), readId(context.req.query('with'))];
    return context.json(await compareDraft(database, context.var.reviewer, draftId, other));
  });
  routes.get('/stored/:id/compare', compress(), async (context) => {
    const [after, before] = [readId(context.req.param('id')), readId(context.req.query('with'))];
    return context.json(await compareStored(database, before, after));
  });
  routes.get('/log', async (context) => context.json({ log: await logOf(desk, context.var.reviewer, null) }));
  return routes;
}

async function logOf(
  { database }: DocumentDesk,
  reviewer: Reviewer,
  directiveId: number | null,
): Promise<readonly LogView[]> {
  const entries = await listDocumentLog(database, reviewer, { limit: LOG_LENGTH, directiveId });
  return entries.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() }));
}

async function documentView(desk: DocumentDesk, reviewer: Reviewer, id: number): Promise<DocumentView> {
  const { database } = desk;
  const [standing, directive] = await Promise.all([readStanding(database, id), readDirective(database, id)]);
  if (standing === null || directive === null) throw noSuchDocument(id);
  const managed = (await listManaged(database, reviewer)).find((one) => one.id === id);
  const { fileName, sample, header } = directive;
  return {
    ...standing,
    id,
    fileName,
    sample,
    header,
    draftId: managed?.draftId ?? null,
    versions: (await listVersions(database, id)).map((version) => ({
      id: version.id,
      document: documentName(version.header, version.fileName),
      fileName: version.fileName,
      standing: version.standing,
      storedAt: version.storedAt.toISOString(),
    })),
    amends: await amendedBy(database, relationsOf(directive).relations),
    log: await logOf(desk, reviewer, id),
  };
}
