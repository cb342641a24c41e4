import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../store/database.ts';
import { migrationState, openDatabase } from '../store/open.ts';
import { type Io, withExistingDatabase } from './io.ts';

vi.mock('../store/open.ts', () => ({ openDatabase: vi.fn(), migrationState: vi.fn() }));

const io: Io = {
  out: () => {},
  say: () => {},
  config: () => {
    throw new Error('not asked for');
  },
};
const events: string[] = [];

beforeEach(() => {
  events.length = 0;
  vi.mocked(openDatabase).mockImplementation(async (_location, options): Promise<Database> => {
    const name = options?.create === false ? 'as it is' : 'anew';
    events.push(`opened ${name}`);
    const none = () => Promise.reject(new Error('not asked'));
    const close = async () => {
      events.push(`closed ${name}`);
    };
    return { engine: 'pglite', query: none, transaction: none, close };
  });
});

const use = (work: () => Promise<string>) => withExistingDatabase(io, { db: './kho' }, work);

describe('a database that is there already', () => {
  it('is closed after the work, and when the work fails', async () => {
    vi.mocked(migrationState).mockResolvedValue({ applied: ['0001_a'], pending: [] });
    expect(await use(async () => 'done')).toBe('done');
    await expect(use(() => Promise.reject(new Error('work')))).rejects.toThrow('work');
    expect(events).toEqual(['opened as it is', 'closed as it is', 'opened as it is', 'closed as it is']);
  });

  it('is opened anew where steps are to come', async () => {
    vi.mocked(migrationState).mockResolvedValue({ applied: ['0001_a'], pending: ['0002_b'] });
    expect(await use(async () => 'done')).toBe('done');
    expect(events).toEqual(['opened as it is', 'closed as it is', 'opened anew', 'closed anew']);
  });

  it('is closed too where its state cannot be read', async () => {
    vi.mocked(migrationState).mockRejectedValue(new Error('lost'));
    await expect(use(async () => 'done')).rejects.toThrow('lost');
    expect(events).toEqual(['opened as it is', 'closed as it is']);
  });
});
