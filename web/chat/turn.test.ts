import { describe, expect, it } from 'vitest';
import type { ReplyPart } from '../../bot/message.ts';
import { keptWithout, newTurn, stopped, type Turn, withPart, withProblem } from './turn.ts';

const parts: readonly ReplyPart[] = [
  { kind: 'progress', text: 'đang tìm' },
  { kind: 'block', block: { kind: 'text', text: 'một', tone: 'plain' } },
  { kind: 'block', block: { kind: 'text', text: 'hai', tone: 'note' } },
  { kind: 'done', outcome: 'quoted', choices: [{ label: 'Xem thêm', send: 'điều 2' }] },
];

describe('a turn of the conversation', () => {
  it('gathers the blocks in order and ends with the choices', () => {
    const turn = parts.reduce(withPart, newTurn(1, 'gửi', 'hiện'));
    expect(turn).toMatchObject({
      shown: 'hiện',
      sent: 'gửi',
      state: 'done',
      progress: null,
      choices: [{ label: 'Xem thêm', send: 'điều 2' }],
      problem: null,
    });
    expect(turn.blocks.map((block) => block.kind === 'text' && block.text)).toEqual(['một', 'hai']);
  });

  it('shows the answer’s own words while they grow, and its blocks in their place', () => {
    const asked = newTurn(1, 'gửi', 'hiện');
    const draft = { kind: 'progress', text: 'Công chức', isDraft: true } as const;
    const growing = [draft, { ...draft, text: 'Công chức học.' }].reduce<Turn>(withPart, asked);
    expect(growing).toMatchObject({ draft: 'Công chức học.', progress: null, blocks: [] });
    expect(parts.slice(1, 2).reduce(withPart, growing).draft).toBeNull();
    expect(withProblem(growing, 'bị ngắt').draft).toBeNull();
  });

  it('is personal only once the answer says so', () => {
    const asked = newTurn(1, 'gửi', 'hiện');
    expect(asked.personal).toBe(false);
    const done = { kind: 'done', outcome: 'record', choices: [] } as const;
    expect(withPart(asked, done).personal).toBe(false);
    expect(withPart(asked, { ...done, personal: true }).personal).toBe(true);
  });

  it('keeps what had arrived when it breaks off or is stopped', () => {
    const half = parts.slice(0, 2).reduce(withPart, newTurn(1, 'gửi', 'hiện'));
    expect(withProblem(half, 'bị ngắt')).toMatchObject({
      state: 'failed',
      problem: 'bị ngắt',
      progress: null,
    });
    expect(withProblem(half, 'bị ngắt').blocks).toHaveLength(1);
    expect(stopped(half)).toMatchObject({ state: 'stopped', progress: null });
  });

  it('stays when personal ones are forgotten only if its answer ended and was not personal', () => {
    const done = { kind: 'done', outcome: 'record', choices: [] } as const;
    const plain = withPart(newTurn(1, 'một', 'một'), done);
    const personal = withPart(newTurn(2, 'hai', 'hai'), { ...done, personal: true });
    const brokenOff = stopped(newTurn(3, 'ba', 'ba'));
    const turns = [plain, personal, brokenOff, { ...personal, id: 4 }];
    expect(keptWithout(turns, null).map(({ id }) => id)).toEqual([1]);
    expect(keptWithout(turns, 4).map(({ id }) => id)).toEqual([1, 4]);
  });

  it('stays done when it is stopped too late', () => {
    const whole = parts.reduce(withPart, newTurn(1, 'gửi', 'hiện'));
    expect(stopped(whole)).toBe(whole);
  });
});
