import { expect, it } from 'vitest';
import { manyDirectives } from '../../testing/manyDirectives.ts';
import type { Database } from '../database.ts';
import { saveDirective } from '../directives.ts';
import { forEachEngine } from '../testing.ts';
import { checkIndex, isSound, recountIndex } from './checkIndex.ts';

const SOUND = { terms: [], passageIds: [], corpus: null };

forEachEngine((engine) => {
  const stored = async (): Promise<Database> => {
    const database = await engine.open();
    for (const directive of manyDirectives(3)) await saveDirective(database, directive);
    return database;
  };

  it('finds nothing wrong with an empty database, nor with what was stored', async () => {
    expect(await checkIndex(await engine.open())).toEqual(SOUND);
    const faults = await checkIndex(await stored());
    expect(faults).toEqual(SOUND);
    expect(isSound(faults)).toBe(true);
  });

  it('names the terms that are counted wrongly and the size that does not fit; counting anew mends both', async () => {
    const database = await stored();
    await database.query("update terms set passages = passages + 1 where term in ('boi_duong', 'tiet')");
    await database.query("update terms set passages = 0 where term = 'tuthu2'");
    await database.query('update corpus set passages = passages + 5, total_length = total_length - 1');
    const faults = await checkIndex(database);
    expect(faults.terms).toEqual(['boi_duong', 'tiet', 'tuthu2']);
    expect(faults.passageIds).toEqual([]);
    expect(faults.corpus?.kept.passages).toBe(18 + 5);
    expect(faults.corpus?.counted.passages).toBe(18);
    expect(isSound(faults)).toBe(false);
    await recountIndex(database);
    expect(await checkIndex(database)).toEqual(SOUND);
  });

  it('names the passages whose lexemes, counts or length do not agree, and those that nobody can find', async () => {
    const database = await stored();
    const ids = (await database.query<{ id: number }>('select id from passages order by id')).map(
      ({ id }) => id,
    );
    const [without, more, shorter, longer] = ids;
    await database.query('delete from passage_lexemes where passage_id = $1', [without]);
    await database.query('update passage_lexemes set lexemes = lexemes || 1000000 where passage_id = $1', [
      more,
    ]);
    await database.query('update passages set terms = substring(terms from 7) where id = $1', [shorter]);
    await database.query('update passages set length = length + 1 where id = $1', [longer]);
    expect((await checkIndex(database)).passageIds).toEqual([without, more, shorter, longer]);
  });
});
