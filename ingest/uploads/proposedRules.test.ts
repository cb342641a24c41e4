import { beforeAll, expect, it } from 'vitest';
import type { ParsedDirective } from '../../domain/directive.ts';
import type { ProposedAlternative, StandardProposal, TargetProposal } from '../../domain/proposal.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import type { Database } from '../../store/database.ts';
import { readRuleBook } from '../../store/rules/rules.ts';
import { forEachEngine } from '../../store/testing.ts';
import { publishDraft, unpublish } from './publish.ts';
import { restoreVersion } from './restore.ts';
import { decideProposals } from './review.ts';
import { decision, LIMITS, parseHere, untilStage } from './uploads.testing.ts';
import { startUploads } from './uploads.ts';

const WORDS = 'Có bằng tốt nghiệp đại học trở lên ngành luật';
const alternative = (changes: Partial<ProposedAlternative>): ProposedAlternative => ({
  kind: 'degree',
  level: 'dai_hoc',
  field: null,
  name: null,
  when: null,
  ...changes,
});

/** What is read of the text, with these proposals in the place of those that were found. */
async function withProposals(parsed: ParsedDirective): Promise<ParsedDirective> {
  const at = parsed.provisions.findIndex(({ start, end }) => parsed.text.slice(start, end).includes(WORDS));
  if (at === -1) return parsed;
  const requirement = (changes: Partial<ProposedAlternative>, words = WORDS) => ({
    point: '',
    anyOf: [alternative(changes)],
    provision: at,
    words,
  });
  const standard: StandardProposal = {
    status: 'proposed',
    title: 'Kiểm nghiệm viên',
    grade: 'hạng III',
    code: 'V.03.08.02',
    clause: '',
    effective: null,
    provision: at,
    requirements: [
      requirement({ field: 'luật' }),
      requirement({ field: 'luật và các ngành khác phù hợp' }),
      requirement({ when: 'đối với người làm ở vùng dân tộc' }),
      requirement({}, 'Có bằng thạc sĩ'),
    ],
    experience: [],
  };
  const target: TargetProposal = {
    status: 'proposed',
    percent: 90,
    count: null,
    comparison: 'at_least',
    most: null,
    noun: null,
    group: 'cán bộ phường',
    conditions: [{ words: 'đạt chuẩn', anyOf: [] }],
    when: null,
    fraction: null,
    year: 2027,
    cell: null,
    provision: at,
    words: WORDS,
  };
  return { ...parsed, requirements: [standard], targets: [target] };
}

forEachEngine((engine) => {
  let database: Database;
  const admin = { ...OPERATOR, channel: 'cli' };

  beforeAll(async () => {
    database = await engine.open();
  });

  it('what is approved binds with the publication where rules can say it, and ends with it', async () => {
    const uploads = await startUploads(database, {
      limits: LIMITS,
      onError: (error) => {
        throw error;
      },
      reading: { parse: async (...file) => withProposals(await parseHere(...file)) },
    });
    const received = await uploads.receive(OPERATOR, {
      fileName: 'tieu-chuan.txt',
      bytes: decision({ number: '811/2026/QĐ-UBND', articles: [`Tiêu chuẩn\n${WORDS}.`] }),
      channel: 'cli',
    });
    if (received.status !== 'accepted') throw new Error(received.status);
    const { drafts } = await untilStage(database, OPERATOR, received.uploadId, ['review']);
    const draftId = drafts[0]?.id ?? 0;
    await expect(decideProposals(database, admin, draftId, ['9'], 'approved')).rejects.toMatchObject({
      code: 'not_found',
    });
    await decideProposals(database, admin, draftId, ['2'], 'rejected');
    const card = await decideProposals(database, admin, draftId, 'all', 'approved');
    expect(card.proposals.map(({ key, decision: decided, whose }) => [key, decided, whose])).toEqual([
      ['1', 'approved', 'Kiểm nghiệm viên hạng III (V.03.08.02)'],
      ['2', 'rejected', 'Kiểm nghiệm viên hạng III (V.03.08.02)'],
      ['3', 'approved', 'Kiểm nghiệm viên hạng III (V.03.08.02)'],
      ['4', 'approved', 'Kiểm nghiệm viên hạng III (V.03.08.02)'],
      ['5', 'approved', 'cán bộ phường'],
    ]);
    const published = await publishDraft(database, admin, draftId);
    expect(published.rules).toHaveLength(1);
    expect(published.kept.map(({ key }) => key)).toEqual(['3', '4', '5']);
    // The fourth is not in the text: nobody is judged by words that the document does not have.
    expect(published.kept[1]?.why).toContain('câu trích');
    expect((await readRuleBook(database)).requirements).toMatchObject([
      {
        id: published.rules[0],
        status: 'approved',
        appliesTo: {
          form: 'grade',
          grades: ['V.03.08.02', 'Kiểm nghiệm viên hạng III', 'Kiểm nghiệm viên (hạng III)'],
        },
        needs: { form: 'holds', kind: 'degree', level: 'dai_hoc', fields: ['luật'] },
        reference: { document: '811/2026/QĐ-UBND', quote: WORDS },
      },
    ]);
    expect(await unpublish(database, admin, published.directiveId)).toMatchObject({ rulesRetired: 1 });
    expect((await readRuleBook(database)).requirements.map(({ status }) => status)).toEqual(['retired']);
    // Approved with the document again.
    const again = await publishDraft(database, admin, draftId);
    expect((await readRuleBook(database)).requirements.map(({ status }) => status)).toEqual(['approved']);
    // Whoever publishes what changes its provision is told of it; a change of another provision says nothing of it.
    const old = 'Quyết định số 811/2026/QĐ-UBND ngày 20 tháng 3 năm 2026';
    const versions: number[] = [];
    for (const [number, deed, inDoubt] of [
      ['813/2026/QĐ-UBND', `Bãi bỏ Điều 2 ${old}.`, []],
      ['814/2026/QĐ-UBND', `Bãi bỏ khoản 1 Điều 1 ${old}.`, published.rules],
      ['814/2026/QĐ-UBND', 'Giao phường Nam Lam mở lớp.', []],
    ] as const) {
      const sent = await uploads.receive(OPERATOR, {
        fileName: 'sua-doi.txt',
        bytes: decision({ number, articles: [deed] }),
        channel: 'cli',
      });
      if (sent.status !== 'accepted') throw new Error(sent.status);
      const read = await untilStage(database, OPERATOR, sent.uploadId, ['review']);
      const done = await publishDraft(database, admin, read.drafts[0]?.id ?? 0);
      expect(done.rulesInDoubt).toEqual(inDoubt);
      versions.push(done.directiveId);
    }
    // And so is whoever puts the older version in force again that changes it.
    expect(await restoreVersion(database, admin, versions[1] ?? 0)).toMatchObject({
      replaced: [versions[2]],
      rulesInDoubt: published.rules,
    });
    // Or publishes the amended document behind what amends it.
    await unpublish(database, admin, again.directiveId);
    expect((await publishDraft(database, admin, draftId)).rulesInDoubt).toEqual(published.rules);
    await uploads.stop();
  });

  it('time served and percentages bind like any other requirement and target', async () => {
    const uploads = await startUploads(database, {
      limits: LIMITS,
      onError: (error) => {
        throw error;
      },
      reading: { parse: parseHere },
    });
    const received = await uploads.receive(OPERATOR, {
      fileName: 'de-an.txt',
      bytes: decision({
        number: '812/2026/QĐ-UBND',
        about: 'Đề án nâng cao chất lượng cán bộ đến năm 2030',
        articles: [
          'Tiêu chuẩn chức danh Trưởng phòng\n1. Có phẩm chất tốt.\n2. Có ít nhất 03 năm công tác.',
          'Mục tiêu\n1. 90% cán bộ, công chức, viên chức có trình độ đại học trở lên.\n2. Giao các đơn vị thực hiện.',
        ],
      }),
      channel: 'cli',
    });
    if (received.status !== 'accepted') throw new Error(received.status);
    const { drafts } = await untilStage(database, OPERATOR, received.uploadId, ['review']);
    const draftId = drafts[0]?.id ?? 0;
    await decideProposals(database, admin, draftId, 'all', 'approved');
    const published = await publishDraft(database, admin, draftId);
    expect(published.kept).toEqual([]);
    const book = await readRuleBook(database);
    const own = new Set(published.rules);
    expect(book.requirements.filter(({ id }) => own.has(id))).toMatchObject([
      { status: 'approved', needs: { form: 'seniority', months: 36 } },
    ]);
    expect(book.targets.filter(({ id }) => own.has(id))).toMatchObject([
      {
        until: '2030-12-31',
        measure: { kind: 'percent', percent: 90, condition: { kind: 'degree', level: 'dai_hoc' } },
      },
    ]);
    await uploads.stop();
  });
});
