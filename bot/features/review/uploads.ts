import { documentName, writeDate } from '../../../domain/citation.ts';
import { vietnamDay } from '../../../domain/day.ts';
import type { DraftLine, Upload } from '../../../domain/upload.ts';
import { noSuchDocument } from '../../../ingest/uploads/texts.ts';
import { listVersions, readStanding } from '../../../store/standing.ts';
import { listManaged } from '../../../store/uploads/console.ts';
import { listUploads } from '../../../store/uploads/uploads.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Block, Choice, Message, Reply } from '../../message.ts';
import { list, plain, title } from '../../reply/blocks.ts';
import { hasUnread, isUnread, progressWords } from '../../uploads/describeUploads.ts';
import { adminReply, pageOf, reviewerOf, shorten, turnPages, writeMoment } from './adminReply.ts';
import { texts } from './texts.ts';

const PAGE = 8;
const LINE = 200;
/** Failed files that the list still names, and for how long. */
const FAILED = 3;
const FAILED_DAYS = 7;
const DAY_MS = 24 * 3_600_000;
/** Uploads that need something, at most. */
const LOOKED_AT = 1000;

/** `/tailieu`: files that are read or wait for review; `/tailieu congbo`: what is published; `/tailieu 34`: one of these. */
export const uploads: IntentFeature = {
  name: 'uploads',
  personal: false,
  adminOnly: true,
  intents: ['uploads', 'published_document'],
  commands: [{ name: 'tailieu', description: texts.commands.uploads }],
  async *answer(intent, message, services) {
    if (intent.kind === 'published_document') yield* parts(await one(intent.directive, services));
    else if (intent.kind === 'uploads' && intent.part === 'open')
      yield* parts(await open(intent.page, message, services));
    else if (intent.kind === 'uploads') yield* parts(await published(intent.page, message, services));
  },
};

async function open(wanted: number, message: Message, services: Services): Promise<Reply> {
  const reviewer = reviewerOf(services, message);
  const all = await listUploads(services.database, reviewer, { open: true, limit: LOOKED_AT });
  const recent = await listUploads(services.database, reviewer, {});
  const reading = all.filter(({ stage }) => stage === 'waiting' || stage === 'reading');
  const waiting = all
    .filter(({ stage }) => stage === 'review')
    .flatMap((upload) =>
      upload.drafts.filter(({ state }) => state === 'draft').map((draft) => ({ upload, draft })),
    );
  const since = services.now().getTime() - FAILED_DAYS * DAY_MS;
  const failed = recent.filter((upload) => hasUnread(upload) && upload.at.getTime() > since).slice(0, FAILED);
  const { items, page, pages } = pageOf(waiting, wanted, PAGE);
  const nothing = reading.length === 0 && waiting.length === 0;
  return adminReply(
    [
      title(texts.listTitle),
      ...(nothing ? [plain(texts.listEmpty)] : []),
      ...section(texts.listReading, reading.slice(0, PAGE).map(readingLine)),
      ...section(
        `${texts.listWaiting}${pages > 1 ? ` ${page}/${pages}` : ''}`,
        items.map(({ draft, upload }) => `${draftWords(draft)} – ${sentBy(upload)}`),
      ),
      ...section(
        texts.listFailed,
        failed.map(({ id, fileName, reason, drafts }) =>
          shorten(
            `${texts.fileTitle(id, fileName)} – ${reason ?? texts.unreadInside(drafts.filter(isUnread).length)}`,
            LINE,
          ),
        ),
      ),
    ],
    [
      ...items.map(({ draft }) => ({
        label: texts.openDraft(draft.id, draftName(draft)),
        send: `/duyet ${draft.id}`,
      })),
      ...failed.map(({ id }) => ({ label: texts.buttons.oneFile(id), send: `/tep ${id}` })),
      ...turnPages(page, pages, (other) => `/tailieu cho ${other}`),
      { label: texts.buttons.published, send: '/tailieu congbo' },
      { label: texts.buttons.log, send: '/nhatky', beside: true },
    ],
  );
}

async function published(wanted: number, message: Message, services: Services): Promise<Reply> {
  const all = await listManaged(services.database, reviewerOf(services, message));
  const { items, page, pages } = pageOf(all, wanted, PAGE);
  const live = all.filter(({ standing }) => standing === 'live').length;
  const waiting: Choice = { label: texts.buttons.waiting, send: '/tailieu' };
  if (all.length === 0) return adminReply([plain(texts.publishedNone)], [waiting]);
  return adminReply(
    [
      title(texts.publishedTitle(live, page, pages)),
      list(
        items.map(({ id, header, fileName, sample, standing }) => {
          const line = texts.publishedLine(id, shorten(documentName(header, fileName), LINE), sample);
          return standing === 'live' ? line : `${line} – ${texts.standings.withdrawn}`;
        }),
      ),
    ],
    [
      ...items.map(({ id }, at) => ({
        label: texts.buttons.manage(id),
        send: `/tailieu ${id}`,
        beside: at % 2 === 1,
      })),
      ...turnPages(page, pages, (other) => `/tailieu congbo ${other}`),
      waiting,
    ],
  );
}

async function one(id: number, { database }: Services): Promise<Reply> {
  const standing = await readStanding(database, id);
  if (standing === null) throw noSuchDocument(id);
  const versions = standing.standing === 'removed' ? [] : await listVersions(database, id);
  const hasEarlier = versions.findIndex((version) => version.id === id) > 0;
  const isOff = standing.standing === 'replaced' || standing.standing === 'withdrawn';
  const earlier = versions.findLast((version) => version.id < id && version.standing === 'replaced');
  return adminReply(
    [
      title(texts.documentTitle(id, standing.document)),
      plain(texts.standings[standing.standing]),
      ...(versions.length < 2
        ? []
        : section(
            texts.versions,
            versions.map((version) =>
              texts.version(
                version.id,
                writeDate(vietnamDay(version.storedAt)),
                texts.standings[version.standing],
              ),
            ),
          )),
    ],
    [
      ...(standing.standing === 'removed' ? [] : [{ label: texts.buttons.open, send: `/xem ${id}` }]),
      ...(hasEarlier ? [{ label: texts.buttons.compareBefore, send: `/sosanh ${id}` }] : []),
      ...(standing.standing === 'live' ? [{ label: texts.buttons.unpublish, send: `/go ${id}` }] : []),
      ...(isOff ? [{ label: texts.buttons.republish, send: `/dunglai ${id}` }] : []),
      ...(earlier === undefined || standing.standing === 'replaced'
        ? []
        : [{ label: texts.buttons.republishEarlier(earlier.id), send: `/dunglai ${earlier.id}` }]),
      ...(standing.standing === 'removed'
        ? []
        : [{ label: texts.buttons.remove, send: `/xoa ${id}`, beside: true }]),
      { label: texts.buttons.published, send: '/tailieu congbo' },
    ],
  );
}

function section(heading: string, items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [plain(heading), list(items)];
}

function readingLine(upload: Upload): string {
  return `${shorten(upload.fileName, LINE)} – ${progressWords(upload)} (${sentBy(upload)})`;
}

function sentBy({ by, at }: Upload): string {
  return texts.sentBy(by, writeMoment(at));
}

function draftName({ header, fileName }: DraftLine): string {
  return shorten(header === null ? fileName : documentName(header, fileName), LINE);
}

function draftWords(draft: DraftLine): string {
  const line = texts.draftLine(draft.id, draftName(draft), shorten(draft.fileName, LINE));
  return draft.directiveId === null ? line : `${line} – ${texts.withdrawn}`;
}
