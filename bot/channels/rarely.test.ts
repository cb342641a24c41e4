import { expect, it } from 'vitest';
import { oncePerMessage } from './rarely.ts';

it('the same of the same message is said when it begins and once an hour, with how often it was', () => {
  let now = 0;
  const said: string[] = [];
  const note = (fields: object, message: string) => said.push(`${message} ${JSON.stringify(fields)}`);
  const log = oncePerMessage({ info: note, warn: note, error: note }, () => now);
  for (let minute = 0; minute < 62; minute += 1) {
    log.info({ outbox: 7, attempt: minute }, 'waits');
    if (minute < 2) log.info({}, 'other');
    now += 60_000;
  }
  log.info({ outbox: 8, attempt: 1 }, 'waits');
  expect(said).toEqual([
    'waits {"outbox":7,"attempt":0}',
    'other {}',
    'other {}',
    'waits {"outbox":7,"attempt":60,"times":60}',
    'waits {"outbox":8,"attempt":1}',
  ]);
});
