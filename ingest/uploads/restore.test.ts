import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KnownError } from '../../errors.ts';
import { search } from '../../retrieve/search.ts';
import type { Database } from '../../store/database.ts';
import { readDirective } from '../../store/directives.ts';
import { checkIndex } from '../../store/passages/checkIndex.ts';
import { fillRecords } from '../../store/records/records.testing.ts';
import { listVersions, readStanding } from '../../store/standing.ts';
import { forEachEngine } from '../../store/testing.ts';
import { readDraftFile, readUploadFile } from '../../store/uploads/console.ts';
import { listDocumentLog } from '../../store/uploads/documentLog.ts';
import { readValidity } from '../../store/validity.ts';
import { deleteDocument, publishDraft, unpublish } from './publish.ts';
import { restoreVersion } from './restore.ts';
import { correctDraft, discardUpload, type Reviewer } from './review.ts';
import { decision, LIMITS, parseHere, untilStage } from './uploads.testing.ts';
import { startUploads, type Uploads } from './uploads.ts';

const SOUND = { terms: [], passageIds: [], corpus: null };
const NUMBER = '810/2026/QĐ-UBND';
const ended = 'Quyết định số 800/2026/QĐ-UBND ngày 20 tháng 3 năm 2026';
/** The second version no longer ends an older decision. */
const version = (days: number) => [
  `Thời lượng\n1. Mỗi năm, cán bộ phường học tối thiểu ${days} ngày.`,
  `Hiệu lực thi hành\nQuyết định này có hiệu lực thi hành kể từ ngày 01 tháng 4 năm 2026${days === 21 ? ` và thay thế ${ended}` : ''}.`,
];

forEachEngine((engine) => {
  let database: Database;
  let uploads: Uploads;
  let admin: Reviewer;
  let someone: Reviewer;
  const errors: unknown[] = [];

  beforeAll(async () => {
    database = await engine.open();
    const people = await fillRecords(database);
    admin = { ...people.admin, channel: 'web' };
    someone = { ...people.an, channel: 'web' };
    uploads = await startUploads(database, {
      limits: LIMITS,
      onError: (error) => errors.push(error),
      reading: {
        parse: async (bytes, fileName, limits) => {
          if (fileName.startsWith('hong')) throw new KnownError('file_unreadable', `“${fileName}” bị hỏng.`);
          return parseHere(bytes, fileName, limits);
        },
        unpack: async (file) => {
          if (file.fileName === 'hong.goi') throw new KnownError('file_unreadable', 'Gói bị hỏng.');
          if (!file.fileName.endsWith('.goi')) return [file];
          return [{ fileName: 'trong.txt', bytes: new Uint8Array(), refusal: 'Tệp “trong.txt” bị hỏng.' }];
        },
      },
    });
  });
  afterAll(async () => {
    await uploads.stop();
    expect(errors).toEqual([]);
  });

  const sent = async (fileName: string, bytes: Uint8Array) => {
    const received = await uploads.receive(admin, { fileName, bytes, channel: 'web' });
    if (received.status !== 'accepted') throw new Error(`not accepted: ${received.status}`);
    return untilStage(database, admin, received.uploadId, ['review', 'failed']);
  };
  const drafted = async (days: number, number = NUMBER) =>
    (await sent(`${number}-${days}.txt`.replaceAll('/', '-'), decision({ number, articles: version(days) })))
      .drafts[0]?.id ?? 0;
  const found = async (days: number) =>
    (
      await search(database, `tối thiểu ${days} ngày`, { limit: 3, asOf: '2026-11-22', directiveIds: null })
    ).hits.map(({ directiveId }) => directiveId);
  const standings = async (id: number) => (await listVersions(database, id)).map(({ standing }) => standing);

  describe('an older version that is put in force again', () => {
    it('is answered from as before, in the place of the newer one or after it was taken back', async () => {
      const old = await publishDraft(database, admin, await drafted(1, '800/2026/QĐ-UBND'), {
        replaces: null,
      });
      const validity = async () =>
        (await readValidity(database, [{ directiveId: old.directiveId, path: [] }], '2026-11-22'))[0]?.status;
      const first = await publishDraft(database, admin, await drafted(21), { replaces: null });
      const whole = await readDirective(database, first.directiveId);
      expect(await validity()).toBe('superseded');
      const draft2 = await drafted(22);
      const second = await publishDraft(database, admin, draft2);
      expect([second.replaced, await validity()]).toEqual([first.directiveId, 'in_force']);

      expect(await restoreVersion(database, admin, first.directiveId)).toMatchObject({
        directiveId: first.directiveId,
        replaced: [second.directiveId],
      });
      expect(await standings(first.directiveId)).toEqual(['live', 'replaced']);
      expect(await validity()).toBe('superseded');
      expect(await readDirective(database, first.directiveId)).toEqual(whole);
      expect(await found(21)).toContain(first.directiveId);
      expect(await found(22)).not.toContain(second.directiveId);
      expect(await checkIndex(database)).toEqual(SOUND);

      await restoreVersion(database, admin, second.directiveId);
      expect([await standings(first.directiveId), await validity()]).toEqual([
        ['replaced', 'live'],
        'in_force',
      ]);
      expect(await unpublish(database, admin, second.directiveId)).toMatchObject({
        earlier: first.directiveId,
      });
      await restoreVersion(database, admin, first.directiveId);
      expect(await standings(second.directiveId)).toEqual(['live', 'withdrawn']);
      expect(await readStanding(database, second.directiveId)).toMatchObject({
        replacedBy: first.directiveId,
      });
      expect(await validity()).toBe('superseded');

      // The one that was taken back waits for review again: what is corrected there counts.
      await correctDraft(database, admin, draft2, { signer: 'Người ký mẫu' });
      const third = await restoreVersion(database, admin, second.directiveId);
      expect(third.replaced).toEqual([first.directiveId]);
      expect((await readDirective(database, third.directiveId))?.header.signer).toBe('Người ký mẫu');
      expect(await standings(third.directiveId)).toEqual(['replaced', 'replaced', 'live']);
      expect(await checkIndex(database)).toEqual(SOUND);
      expect((await listDocumentLog(database, admin)).map(({ action }) => action).slice(0, 6)).toEqual([
        'published',
        'corrected',
        'restored',
        'unpublished',
        'restored',
        'restored',
      ]);
    });

    it('is refused where it is live, removed, or to someone who is no admin', async () => {
      const { directiveId } = await publishDraft(database, admin, await drafted(31, '820/2026/QĐ-UBND'));
      const refused = (id: number, who: Reviewer, code: string) =>
        expect(restoreVersion(database, who, id)).rejects.toMatchObject({ code });
      await refused(directiveId, admin, 'bad_input');
      await unpublish(database, admin, directiveId);
      await refused(directiveId, someone, 'bad_input');
      await deleteDocument(database, admin, directiveId);
      await refused(directiveId, admin, 'not_found');
    });
  });

  it('a file of which nothing was read is fetched as it was sent, and thrown away with what it left', async () => {
    const bytes = new Uint8Array([7, 7]);
    for (const [name, drafts] of [
      ['hong.goi', 0],
      ['hong.txt', 1],
      ['mot.goi', 1],
    ] as const) {
      const upload = await sent(name, bytes);
      expect([upload.stage, upload.drafts.length]).toEqual(['failed', drafts]);
      expect(await readUploadFile(database, admin, upload.id)).toMatchObject({ fileName: name, bytes });
      const [draft] = upload.drafts;
      if (draft !== undefined)
        expect(await readDraftFile(database, admin, draft.id)).toMatchObject({ fileName: name, bytes });
      await expect(discardUpload(database, someone, upload.id)).rejects.toMatchObject({ code: 'bad_input' });
      expect(await discardUpload(database, admin, upload.id)).toBe(name);
      expect(await untilStage(database, admin, upload.id, ['done'])).toBeDefined();
      expect(await readUploadFile(database, admin, upload.id)).toBeNull();
      await expect(discardUpload(database, admin, upload.id)).rejects.toMatchObject({ code: 'bad_input' });
    }
    const waiting = await sent(
      'doc-duoc.txt',
      decision({ number: '830/2026/QĐ-UBND', articles: version(41) }),
    );
    await expect(discardUpload(database, admin, waiting.id)).rejects.toMatchObject({ code: 'bad_input' });
  });
});
