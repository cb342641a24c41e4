import { Api } from 'grammy';
import { describe, expect, it } from 'vitest';
import { leaveOut } from '../../prerequisites.ts';
import { createRates, usualRates } from './rates.ts';
import { startFakeTelegram } from './server.ts';
import { readTelegramSpec } from './spec.ts';

describe('the allowances of the fake server', () => {
  const at = (limits = usualRates) => {
    const clock = { ms: 0 };
    const rates = createRates(() => clock.ms);
    rates.limit(limits);
    const send = (chat: number, isGroup = false) => rates.meet('sendMessage', chat, isGroup);
    return { clock, rates, send };
  };
  const pass = { retryAfter: null, isEarly: false };

  it('let a few messages of a chat pass at once, then one a second', () => {
    const { clock, send } = at();
    for (let count = 0; count < 5; count += 1) expect(send(1)).toEqual(pass);
    expect(send(1)).toEqual({ retryAfter: 1, isEarly: false });
    expect(send(2)).toEqual(pass);
    clock.ms = 1000;
    expect(send(1)).toEqual(pass);
    expect(send(1)).toEqual({ retryAfter: 1, isEarly: false });
  });

  it('know who comes before the wait is over', () => {
    const { clock, send, rates } = at();
    for (let count = 0; count < 6; count += 1) send(1);
    clock.ms = 500;
    expect(send(1)).toEqual({ retryAfter: 1, isEarly: true });
    expect(rates.meet('sendChatAction', 1, false)).toEqual(pass);
    rates.ask('getUpdates', null, 3);
    clock.ms = 3000;
    expect(rates.meet('getUpdates', null, false)).toEqual({ retryAfter: null, isEarly: true });
    clock.ms = 3500;
    expect(rates.meet('getUpdates', null, false)).toEqual(pass);
  });

  it('hold groups to 20 a minute and everything to 30 a second', () => {
    const { clock, send } = at();
    const passed = (count: number, chat: (index: number) => number, isGroup: boolean) =>
      Array.from({ length: count }, (_, index) => send(chat(index), isGroup)).filter(
        ({ retryAfter }) => retryAfter === null,
      ).length;
    expect(passed(30, () => -1, true)).toBe(22);
    clock.ms = 60_000;
    expect(passed(60, (index) => index, false)).toBe(35);
    clock.ms = 60_050;
    expect(send(99)).toMatchObject({ isEarly: false });
    clock.ms = 60_500;
    expect(send(99)).toMatchObject({ retryAfter: 1, isEarly: true });
  });

  it.skipIf(leaveOut('telegramSpec'))('are obeyed by the server, which notes who does not obey', async () => {
    const fake = await startFakeTelegram(readTelegramSpec());
    fake.limitRates({ ...usualRates, chat: { burst: 1, perSecond: 1 } });
    const api = new Api(fake.token, { apiRoot: fake.apiRoot });
    const { chat } = fake.person('An');
    await api.sendMessage(chat.id, 'một');
    const send = () => api.sendMessage(chat.id, 'hai');
    await expect(send()).rejects.toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
    expect(fake.problems).toEqual([]);
    await expect(send()).rejects.toMatchObject({ error_code: 429 });
    expect(fake.problems).toEqual(['sendMessage: sent before retry_after was over']);
    await new Promise((resolve) => setTimeout(resolve, 1010));
    await send();
    expect(fake.saidTo(chat.id).map(({ text }) => text)).toEqual(['một', 'hai']);
    await fake.close();
  });
});
