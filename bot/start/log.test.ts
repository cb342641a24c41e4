import { describe, expect, it } from 'vitest';
import { KnownError } from '../../errors.ts';
import { createLog, withoutSecrets } from './log.ts';

const TOKEN = `123456789:${'AbC-dEf_9'.repeat(4)}`;

/** What the log writes of an error, as text. */
function logged(error: unknown): string {
  let written = '';
  createLog('info', {
    write: (line) => {
      written += line;
    },
  }).error({ reference: 'ab12', error }, 'a reply failed');
  return written;
}

describe('the log', () => {
  it('writes an error as one JSON line with its name, message, stack and code', () => {
    const line = logged(new KnownError('disk_full', 'Ổ đĩa đầy.', { message: 'the disk is full' }));
    expect(line.trimEnd()).not.toContain('\n');
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      msg: 'a reply failed',
      reference: 'ab12',
      error: { message: 'the disk is full', code: 'disk_full', stack: expect.stringContaining('log.test') },
    });
  });

  it('hides passwords and tokens all along a chain of causes', () => {
    const root = new Error(`GET https://api.telegram.org/bot${TOKEN}/getMe failed`);
    const middle = new Error('connect postgres://an:mat@khau@may/kho', { cause: root });
    const line = logged(new Error('no database', { cause: middle }));
    expect(line).toContain('postgres://an:***@may/kho');
    expect(line).toContain('/bot***/getMe');
    expect(line).not.toMatch(/mat@|khau|AbC/);
  });

  it('hides them in what an error carries besides, and in errors that stand for several', () => {
    const error = Object.assign(new Error('x'), { config: { url: 'redis://:bi-mat@may', list: [TOKEN] } });
    expect(logged(error)).not.toMatch(/bi-mat|AbC/);
    const several = new AggregateError(
      [new Error('https://a:bi-mat@b/'), 'https://a:bi-mat@b/'],
      'all failed',
    );
    expect(logged(several)).not.toContain('bi-mat');
  });

  it('writes the message of what only looks like an error', () => {
    const line = logged({
      message: 'no database',
      stack: `Error: bot${TOKEN}`,
      data: { text: 'tôi còn thiếu gì' },
    });
    expect(JSON.parse(line)).toMatchObject({ error: { message: 'no database' } });
    expect(line).not.toMatch(/AbC|thiếu/);
  });

  it('takes an error that holds itself, and something thrown that is no error', () => {
    const error: Error & { self?: unknown } = new Error('x');
    error.self = { error };
    expect(JSON.parse(logged(error)).error.message).toBe('x');
    expect(JSON.parse(logged(`postgres://an:mat@may`)).error.message).toBe('postgres://an:***@may');
  });

  it('keeps what lies below its level to itself', () => {
    const lines: string[] = [];
    const log = createLog('warn', { write: (line) => lines.push(line) });
    log.info('no');
    log.warn('yes');
    expect(lines).toHaveLength(1);
  });
});

describe('hiding secrets', () => {
  it('looks at each text by itself', () => {
    const value = { a: 'http://localhost:3000/', b: { c: 'x@y' }, d: [1, null, true, 'postgres://u:p@h'] };
    expect(withoutSecrets(value)).toEqual({ ...value, d: [1, null, true, 'postgres://u:***@h'] });
  });

  it.each([
    ['postgres://u:p@ss@w@rd@host/db', 'postgres://u:***@host/db'],
    ['postgresql://u:pa/ss@host:5432/db', 'postgresql://u:***@host:5432/db'],
    ['at postgres://u:p"\'\\@host, then', 'at postgres://u:***@host, then'],
    ['https://u:p@host/ask?mail=a@b.vn', 'https://u:***@host/ask?mail=a@b.vn'],
    ['http://localhost:3000/to/a@b', 'http://localhost:3000/to/a@b'],
    ['postgres://host/db?user=u&password=p%40ss&ssl=true', 'postgres://host/db?user=u&password=***&ssl=true'],
    [`https://api.telegram.org/bot${TOKEN}/sendMessage`, 'https://api.telegram.org/bot***/sendMessage'],
    [`/bot${encodeURIComponent(TOKEN)}/getMe`, '/bot***/getMe'],
    [`token ${TOKEN}.`, 'token ***.'],
    ['lúc 10:35, cổng 127.0.0.1:3000', 'lúc 10:35, cổng 127.0.0.1:3000'],
  ])('shows %s as %s', (text, shown) => {
    expect(withoutSecrets(text)).toBe(shown);
    expect(withoutSecrets({ [text]: 1 })).toEqual({ [shown]: 1 });
  });
});
