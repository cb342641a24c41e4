import { expect, it } from 'vitest';
import { sampleDirective } from '../testing/sampleDirective.ts';
import { countStored, findByHash, listDirectives, readDirective, saveDirective } from './directives.ts';
import { corpusAndTerms, findCandidates, findTerms, readPassageTexts } from './passages/candidates.ts';
import { forEachEngine } from './testing.ts';

const rules = sampleDirective(
  { number: '915/2026/QĐ-MAU', type: 'Quyết định', title: 'Quy định đào tạo', effective: '2026-07-01' },
  [
    { heading: 'Thời gian bồi dưỡng', clauses: ['Mỗi năm 40 giờ 🎓 học.', 'Lãnh đạo học thêm 08 giờ.'] },
    { heading: 'Kinh phí', clauses: ['Do ngân sách bảo đảm.'] },
  ],
);
const other = sampleDirective({ number: '12-KH/MAU', type: 'Kế hoạch', title: 'Mở lớp năm 2027' }, [
  { heading: 'Lịch mở lớp', clauses: ['Lớp thứ nhất mở trong quý I, kinh phí do đơn vị lo.'] },
]);

forEachEngine((engine) => {
  it('gives a directive back as it was stored, provisions in order, words exact', async () => {
    const database = await engine.open();
    const { id, stored } = await saveDirective(database, rules);
    expect(stored).toBe(true);
    const read = await readDirective(database, id);
    expect(read).toMatchObject({
      fileName: rules.fileName,
      kind: 'issued',
      sample: true,
      text: rules.parsed.text,
    });
    expect(read?.header).toEqual(rules.parsed.header);
    expect(read?.provisions.map(({ id: _, ...provision }) => provision)).toEqual(rules.parsed.provisions);
    expect(await readDirective(database, id + 1)).toBeNull();
  });

  it('stores the same bytes once, also when two come at the same time', async () => {
    const database = await engine.open();
    const results = await Promise.all([saveDirective(database, rules), saveDirective(database, rules)]);
    expect(results.map(({ stored }) => stored).sort()).toEqual([false, true]);
    expect(results[0]?.id).toBe(results[1]?.id);
    expect(await countStored(database)).toEqual({ directives: 1, provisions: 5, passages: 3 });
    expect(await findByHash(database, rules.hash)).toBe(results[0]?.id);
  });

  it('counts in how many passages a term stands, title included, exactly', async () => {
    const database = await engine.open();
    await Promise.all([saveDirective(database, rules), saveDirective(database, other)]);
    const counted = await findTerms(database, ['kinh_phi', 'dao_tao', 'gio', 'khong_co_dau']);
    const byTerm = Object.fromEntries(counted.map(({ term, passages }) => [term, passages]));
    // "Kinh phí" heads one passage and stands in another; "Đào tạo" is in the title of the three of `rules`.
    expect(byTerm).toEqual({ kinh_phi: 2, dao_tao: 3, gio: 2 });
    expect((await corpusAndTerms(database, [])).corpus.passages).toBe(4);
  });

  it('finds candidates by weight, within the directives asked for', async () => {
    const database = await engine.open();
    const { id } = await saveDirective(database, rules);
    const { id: otherId } = await saveDirective(database, other);
    const wanted = (await findTerms(database, ['kinh_phi', 'ngan_sach'])).map((term) => ({
      termId: term.id,
      weight: term.term === 'ngan_sach' ? 2 : 1,
      headingWeight: 0,
    }));
    const asked = wanted.map(({ termId }) => termId);
    const everywhere = await findCandidates(database, wanted, asked, 10, null);
    const texts = await readPassageTexts(
      database,
      everywhere.map(({ passageId }) => passageId),
    );
    expect(everywhere.map(({ directiveId, passageId }) => [directiveId, texts.get(passageId)?.path])).toEqual(
      [
        [id, ['Điều 2', 'khoản 1']],
        [otherId, ['Điều 1', 'khoản 1']],
      ],
    );
    expect(await findCandidates(database, wanted, asked, 10, [otherId])).toHaveLength(1);
    expect(await findCandidates(database, wanted, asked, 1, null)).toHaveLength(1);
    expect(await findCandidates(database, [], asked, 10, null)).toEqual([]);
  });

  it('leaves nothing behind when storing fails half way', async () => {
    const database = await engine.open();
    const [first] = rules.index.passages;
    const index = { ...rules.index, passages: first === undefined ? [] : [first] };
    const passages = [{ provision: null, path: [], heading: '', start: 0, end: 2 ** 40 }];
    await expect(
      saveDirective(database, { ...rules, index, parsed: { ...rules.parsed, passages } }),
    ).rejects.toThrow();
    expect(await countStored(database)).toEqual({ directives: 0, provisions: 0, passages: 0 });
    expect(await findTerms(database, ['dao_tao'])).toEqual([]);
    expect(await listDirectives(database)).toEqual([]);
  });
});
