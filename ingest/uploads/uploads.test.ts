import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KnownError } from '../../errors.ts';
import { search } from '../../retrieve/search.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import type { Database } from '../../store/database.ts';
import { findByNumber, listDirectives, readDirective } from '../../store/directives.ts';
import { checkIndex } from '../../store/passages/checkIndex.ts';
import { fillRecords, type TestPeople } from '../../store/records/records.testing.ts';
import { listVersions, readStanding } from '../../store/standing.ts';
import { forEachEngine } from '../../store/testing.ts';
import { listDocumentLog } from '../../store/uploads/documentLog.ts';
import { beginReading, failUpload } from '../../store/uploads/reading.ts';
import { listUploads, storeUpload } from '../../store/uploads/uploads.ts';
import { readValidity } from '../../store/validity.ts';
import { deleteDocument, publishDraft, unpublish } from './publish.ts';
import { correctDraft, decideProposals, discardDraft, type Reviewer, readCard } from './review.ts';
import { decision, LIMITS, parseHere, untilStage } from './uploads.testing.ts';
import { startUploads, type Uploads } from './uploads.ts';

const SOUND = { terms: [], passageIds: [], corpus: null };
const clauses = (days: number) => [
  `Thời lượng\n1. Mỗi năm, cán bộ phường học tối thiểu ${days} ngày.\n2. Lớp học tổ chức tại Trung tâm Chính trị xã Mỹ Lộc Đông, do phường Nam Lam mời giảng viên.`,
  'Hiệu lực thi hành\nQuyết định này có hiệu lực thi hành kể từ ngày 01 tháng 4 năm 2026.',
];

forEachEngine((engine) => {
  let database: Database;
  let people: TestPeople;
  let uploads: Uploads;
  let admin: Reviewer;
  const errors: unknown[] = [];

  beforeAll(async () => {
    database = await engine.open();
    people = await fillRecords(database);
    admin = { ...people.admin, channel: 'web' };
    uploads = await startUploads(database, {
      limits: LIMITS,
      onError: (error) => errors.push(error),
      reading: {
        parse: async (bytes, fileName, limits) => {
          if (fileName.startsWith('hong'))
            throw new KnownError('file_unreadable', `Tệp “${fileName}” bị hỏng.`);
          return parseHere(bytes, fileName, limits);
        },
        unpack: async (file) =>
          file.fileName.endsWith('.goi')
            ? [1, 2].map((at) => ({
                fileName: `${at}.txt`,
                bytes: decision({ number: `77${at}/2026/QĐ-UBND`, articles: clauses(at) }),
              }))
            : [file],
      },
    });
  });
  afterAll(async () => {
    await uploads.stop();
    expect(errors).toEqual([]);
  });

  const send = (fileName: string, bytes: Uint8Array) =>
    uploads.receive(admin, { fileName, bytes, channel: 'web', origin: { message: 5 } });
  /** Sends a file and waits for its draft. */
  const drafted = async (fileName: string, bytes: Uint8Array): Promise<number> => {
    const received = await send(fileName, bytes);
    if (received.status !== 'accepted') throw new Error(`not accepted: ${received.status}`);
    const upload = await untilStage(database, admin, received.uploadId, ['review']);
    const [draft] = upload.drafts;
    if (draft === undefined) throw new Error('no draft');
    return draft.id;
  };
  const found = async (words: string) =>
    (await search(database, words, { limit: 5, asOf: '2026-11-22', directiveIds: null })).hits.map(
      ({ directiveId }) => directiveId,
    );

  it('a file is stored, read, reviewed, corrected, published and found', async () => {
    const steps: number[] = [];
    const end = uploads.onStep((id) => steps.push(id));
    const draftId = await drafted('mot.txt', decision({ number: '701/2026/QĐ-UBND', articles: clauses(11) }));
    end();
    const card = await readCard(database, admin, draftId);
    expect(card).toMatchObject({
      document: 'Quyết định 701/2026/QĐ-UBND',
      articles: 2,
      validity: 'hiệu lực từ 01/4/2026',
      replaces: null,
      state: 'draft',
    });
    expect(steps.filter((id) => id === card.uploadId).length).toBeGreaterThan(3);
    expect(await found('tối thiểu 11 ngày')).toEqual([]);

    const corrected = await correctDraft(database, admin, draftId, {
      number: '0702/2026/qđ-ubnd',
      issued: '21/3/2026',
      signer: '',
    });
    expect(corrected).toMatchObject({
      header: { number: '0702/2026/QĐ-UBND', issued: '2026-03-21', signer: null },
      corrected: ['number', 'signer', 'issued'].sort(),
    });
    const { directiveId, document } = await publishDraft(database, admin, draftId);
    expect(document).toBe('Quyết định 0702/2026/QĐ-UBND');
    expect(await found('tối thiểu 11 ngày')).toContain(directiveId);
    expect((await readCard(database, admin, draftId)).state).toBe('published');
    const [upload] = await listUploads(database, admin, { limit: 1 });
    expect(upload).toMatchObject({ stage: 'done', origin: { message: 5 }, by: 'Quản trị' });
    expect((await listDocumentLog(database, admin)).map(({ action, by }) => [action, by])).toEqual([
      ['published', 'Quản trị'],
      ['corrected', 'Quản trị'],
      ['read', 'Người vận hành'],
      ['uploaded', 'Quản trị'],
    ]);
  });

  it('decisions stay with what was decided: a correction that makes other proposals asks anew', async () => {
    const target = [
      'Chỉ tiêu\n1. Đến năm 2030, phấn đấu 90% cán bộ, công chức cấp xã có trình độ trung cấp lý luận chính trị trở lên.',
    ];
    const draftId = await drafted('dich.txt', decision({ number: '703/2026/QĐ-UBND', articles: target }));
    const { proposals } = await decideProposals(database, admin, draftId, 'all', 'approved');
    expect(proposals.map(({ decision: decided }) => decided)).toEqual(['approved']);
    const dated = await correctDraft(database, admin, draftId, { issued: '22/3/2026' });
    expect(dated.proposals.map(({ decision: decided }) => decided)).toEqual(['approved']);
    await correctDraft(database, admin, draftId, { kind: 'press' });
    const again = await correctDraft(database, admin, draftId, { kind: 'issued' });
    expect(again.proposals.map(({ decision: decided }) => decided)).toEqual([null]);
    await discardDraft(database, admin, draftId);
  });

  it('the same file twice at once is one draft, and the second is told so', async () => {
    const bytes = decision({ number: '703/2026/QĐ-UBND', articles: clauses(12) });
    const [one, other] = await Promise.all([send('a.txt', bytes), send('b.txt', bytes)]);
    expect([one.status, other.status].sort()).toEqual(['accepted', 'underway']);
    const id = one.status === 'published' ? 0 : one.uploadId;
    const upload = await untilStage(database, admin, id, ['review']);
    expect(upload.drafts).toHaveLength(1);
    expect(await send('c.txt', bytes)).toEqual({ status: 'underway', uploadId: id, stage: 'review' });
    await discardDraft(database, admin, upload.drafts[0]?.id ?? 0);
    const again = await send('c.txt', bytes);
    expect(again.status).toBe('accepted');
    const draft = (
      await untilStage(database, admin, again.status === 'accepted' ? again.uploadId : 0, ['review'])
    ).drafts[0];
    const { directiveId } = await publishDraft(database, admin, draft?.id ?? 0);
    expect(await send('d.txt', bytes)).toEqual({ status: 'published', directiveId });
  });

  it('a file that is thrown away while it comes again, alone now, is there to be read', async () => {
    const packed = decision({ number: '771/2026/QĐ-UBND', articles: clauses(1) });
    const archive = await send('goi-dau.goi', new Uint8Array([1, 2]));
    const id = archive.status === 'accepted' ? archive.uploadId : 0;
    const [draft, other] = (await untilStage(database, admin, id, ['review'])).drafts;
    const { promise: halfway, resolve: reachHalfway } = Promise.withResolvers<void>();
    const thrownAway = halfway.then(() => discardDraft(database, admin, draft?.id ?? 0));
    const hash = createHash('sha256').update(packed).digest('hex');
    const file = { hash, fileName: 'mot-minh.txt', bytes: packed, channel: 'web' };
    const again = await storeUpload(database, admin, file, async () => {
      reachHalfway();
      await Promise.race([thrownAway, delay(500)]);
    });
    await thrownAway;
    const reading = await beginReading(database, again.status === 'accepted' ? again.uploadId : 0);
    expect(reading?.bytes).toEqual(packed);
    await failUpload(database, reading?.id ?? 0, 'thử xong');
    await discardDraft(database, admin, other?.id ?? 0);
  });

  it.each([
    ['a\0b.txt', 'ab.txt'],
    ['..\\..\\etc/quy-dinh.txt', 'quy-dinh.txt'],
    ['..', 'không tên'],
    ['/', 'không tên'],
    ['a\r\nb\u202etxt.exe', 'abtxt.exe'],
    ['a\ud83d.txt', 'a.txt'],
  ])('a file named %j is kept as %j', async (fileName, kept) => {
    const received = await send(fileName, new TextEncoder().encode(`hong ${fileName}`));
    const id = received.status === 'accepted' ? received.uploadId : 0;
    expect(await untilStage(database, admin, id, ['review', 'failed'])).toMatchObject({ fileName: kept });
  });

  it('a file with several documents gives a draft for each; one that cannot be read says why', async () => {
    const received = await send('nhieu.goi', new Uint8Array([1, 2, 3]));
    const upload = await untilStage(database, admin, received.status === 'accepted' ? received.uploadId : 0, [
      'review',
    ]);
    expect(upload.drafts.map(({ header }) => header?.number)).toEqual([
      '771/2026/QĐ-UBND',
      '772/2026/QĐ-UBND',
    ]);
    const broken = await send('hong.txt', new Uint8Array([9]));
    const failed = await untilStage(database, admin, broken.status === 'accepted' ? broken.uploadId : 0, [
      'failed',
    ]);
    expect(failed).toMatchObject({ reason: 'Tệp “hong.txt” bị hỏng.', drafts: [{ state: 'failed' }] });
    await discardDraft(database, admin, failed.drafts[0]?.id ?? 0);
    expect(await untilStage(database, admin, failed.id, ['done'])).toMatchObject({
      drafts: [{ state: 'discarded' }],
    });
    expect((await send('hong.txt', new Uint8Array([9]))).status).toBe('accepted');
  });

  describe('a new version', () => {
    it('takes the place of the old one, which old citations still open', async () => {
      const first = await publishDraft(
        database,
        admin,
        await drafted('v1.txt', decision({ number: '710/2026/QĐ-UBND', articles: clauses(21) })),
      );
      const before = await readDirective(database, first.directiveId);
      const draftId = await drafted(
        'v2.txt',
        decision({ number: '710/2026/QĐ-UBND', articles: clauses(22) }),
      );
      expect((await readCard(database, admin, draftId)).replaces).toBe(first.directiveId);
      const second = await publishDraft(database, admin, draftId);
      expect(second.replaced).toBe(first.directiveId);
      expect(await found('tối thiểu 21 ngày')).not.toContain(first.directiveId);
      expect(await found('tối thiểu 22 ngày')).toContain(second.directiveId);
      expect(await readDirective(database, first.directiveId)).toEqual(before);
      expect(await readStanding(database, first.directiveId)).toMatchObject({
        standing: 'replaced',
        replacedBy: second.directiveId,
      });
      expect((await findByNumber(database, '710/2026/QĐ-UBND')).map(({ id }) => id)).toEqual([
        second.directiveId,
      ]);
      for (const id of [first.directiveId, second.directiveId]) {
        expect((await listVersions(database, id)).map((version) => [version.id, version.standing])).toEqual([
          [first.directiveId, 'replaced'],
          [second.directiveId, 'live'],
        ]);
      }
      expect(await checkIndex(database)).toEqual(SOUND);

      const oldAgain = await drafted(
        'v1-lai.txt',
        decision({ number: '710/2026/QĐ-UBND', articles: clauses(21) }),
      );
      expect((await readCard(database, admin, oldAgain)).warnings[0]).toContain(`(số ${first.directiveId})`);
    });
  });

  it('two versions published at the same moment follow one another: one of them is answered from', async () => {
    const number = '715/2026/QĐ-UBND';
    const ids: number[] = [];
    for (const days of [31, 32, 33]) {
      ids.push(await drafted(`ban-${days}.txt`, decision({ number, articles: clauses(days) })));
    }
    const [first = 0, ...others] = ids;
    await publishDraft(database, admin, first);
    await Promise.all(others.map((id) => publishDraft(database, admin, id)));
    const live = await findByNumber(database, number);
    expect(live).toHaveLength(1);
    const versions = await listVersions(database, live[0]?.id ?? 0);
    expect(versions.map(({ standing }) => standing).sort()).toEqual(['live', 'replaced', 'replaced']);
  });

  it('unpublishing hides a document and what it did to others, and its draft can be published again', async () => {
    const ending = [
      'Hiệu lực thi hành\nQuyết định này có hiệu lực thi hành kể từ ngày 01 tháng 6 năm 2026 và thay thế Quyết định số 720/2026/QĐ-UBND ngày 20 tháng 3 năm 2026.',
    ];
    const old = await publishDraft(
      database,
      admin,
      await drafted('cu.txt', decision({ number: '720/2026/QĐ-UBND', articles: clauses(31) })),
    );
    const draftId = await drafted(
      'moi.txt',
      decision({ number: '721/2026/QĐ-UBND', issued: 'ngày 20 tháng 5 năm 2026', articles: ending }),
    );
    const { directiveId } = await publishDraft(database, admin, draftId, { replaces: null });
    const status = async () =>
      (await readValidity(database, [{ directiveId: old.directiveId, path: [] }], '2026-11-22'))[0]?.status;
    expect(await status()).toBe('superseded');
    expect(await unpublish(database, admin, directiveId)).toMatchObject({ draftId });
    expect(await status()).toBe('in_force');
    expect((await listDirectives(database)).map(({ id }) => id)).not.toContain(directiveId);
    expect(await readStanding(database, directiveId)).toMatchObject({ standing: 'withdrawn' });
    const again = await publishDraft(database, admin, draftId, { replaces: null });
    expect(await status()).toBe('superseded');
    expect(await readStanding(database, directiveId)).toMatchObject({ replacedBy: again.directiveId });
    await deleteDocument(database, admin, again.directiveId);
    expect(await status()).toBe('in_force');
    expect(await readStanding(database, again.directiveId)).toEqual({
      standing: 'removed',
      replacedBy: null,
      document: 'Quyết định 721/2026/QĐ-UBND',
    });
    expect(await checkIndex(database)).toEqual(SOUND);
  });

  it('a publication that fails on its way leaves nothing behind', async () => {
    const draftId = await drafted('do.txt', decision({ number: '730/2026/QĐ-UBND', articles: clauses(41) }));
    const before = await listDirectives(database);
    // The last thing of all is refused.
    await database.query(
      `create function fails() returns trigger language plpgsql as $$ begin raise 'no'; end $$`,
    );
    await database.query(
      `create trigger fails before insert on document_log for each row when (new.action = 'published') execute function fails()`,
    );
    await expect(publishDraft(database, admin, draftId)).rejects.toThrow('no');
    await database.query('drop trigger fails on document_log');
    expect(await listDirectives(database)).toEqual(before);
    expect((await readCard(database, admin, draftId)).state).toBe('draft');
    expect(await checkIndex(database)).toEqual(SOUND);
    await publishDraft(database, admin, draftId);
  });

  it('nobody but an admin uploads, looks, corrects, publishes or takes back', async () => {
    const draftId = await drafted(
      'rieng.txt',
      decision({ number: '740/2026/QĐ-UBND', articles: clauses(51) }),
    );
    const [live] = await findByNumber(database, '730/2026/QĐ-UBND');
    for (const who of [people.an, people.staffOfProvince]) {
      const reviewer = { ...who, channel: 'web' };
      for (const attempt of [
        () => uploads.receive(reviewer, { fileName: 'x.txt', bytes: new Uint8Array([1]), channel: 'web' }),
        () => listUploads(database, reviewer),
        () => readCard(database, reviewer, draftId),
        () => correctDraft(database, reviewer, draftId, { title: 'x' }),
        () => publishDraft(database, reviewer, draftId),
        () => discardDraft(database, reviewer, draftId),
        () => unpublish(database, reviewer, live?.id ?? 0),
        () => deleteDocument(database, reviewer, live?.id ?? 0),
        () => listDocumentLog(database, reviewer),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: 'bad_input' });
      }
    }
    await discardDraft(database, { ...OPERATOR, channel: 'cli' }, draftId);
    await expect(publishDraft(database, admin, draftId)).rejects.toMatchObject({ code: 'bad_input' });
  });
});
