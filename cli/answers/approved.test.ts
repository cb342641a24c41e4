import { beforeAll, describe, expect, it } from 'vitest';
import { noteQuestion } from '../../answer/approved/asked.ts';
import { readConfig } from '../../config.ts';
import { saveDirective } from '../../store/directives.ts';
import { openDatabase } from '../../store/open.ts';
import { pgliteForTests } from '../../store/testing.ts';
import { sampleDirective } from '../../testing/sampleDirective.ts';
import { type ApprovedOptions, approvedCommand, unansweredCommand } from './approved.ts';

describe('approved answers on the command line', () => {
  const engine = pgliteForTests();
  const told: string[] = [];
  const io = { out: (text: string) => told.push(text), say: () => undefined, config: () => readConfig({}) };
  let db = '';

  beforeAll(async () => {
    const location = await engine.migrated();
    db = location.engine === 'pglite' ? location.folder : '';
    const database = await openDatabase(location);
    await saveDirective(
      database,
      sampleDirective({ number: '88/2020/QĐ-UBND', type: 'Quyết định', effective: '2020-01-01' }, [
        { heading: 'Hỗ trợ', clauses: ['Công chức học thạc sĩ được hỗ trợ 40 triệu đồng.'] },
      ]),
    );
    await noteQuestion(database, 'nuôi ong trên sân thượng', {
      kind: 'not_found',
      reason: { why: 'nothing_fits' },
      near: [],
    });
    await database.close();
  });

  const run = async (id: string | undefined, options: ApprovedOptions = {}) => {
    told.length = 0;
    expect(await approvedCommand(io, id, { db, ...options })).toBe(0);
    return told.join('\n');
  };

  it('are written and approved in one go, and unanswered questions are listed', async () => {
    const made = await run(undefined, {
      question: ['công chức học thạc sĩ được hỗ trợ bao nhiêu'],
      words: 'Được 40 triệu đồng.',
      source: ['khoản 1 điều 1 quyết định 88/2020'],
      approve: 'Trưởng phòng',
    });
    expect(made).toContain('(đang dùng): công chức học thạc sĩ được hỗ trợ bao nhiêu');
    expect(made).toContain('(Trưởng phòng)');
    await expect(run('1', { source: ['điều 9 quyết định 88/2020'] })).rejects.toMatchObject({
      code: 'bad_input',
    });
    expect(await run('1', { withdraw: true })).toContain('(đã rút)');
    told.length = 0;
    await unansweredCommand(io, { db });
    expect(told.join('\n')).toContain('“nuoi ong tren san thuong” (1 lượt hỏi, 1 không thấy');
  });

  it('refuse what is no number, and half an answer', async () => {
    expect(() => approvedCommand(io, 'x', { db })).toThrow(/không phải là số/);
    await expect(run(undefined, { question: ['x'] })).rejects.toMatchObject({ code: 'bad_input' });
  });
});
