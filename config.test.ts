import { describe, expect, it } from 'vitest';
import { databaseLocation, readConfig } from './config.ts';
import { KnownError } from './errors.ts';

/** The sentence with which an environment is refused. */
function refusal(env: Readonly<Record<string, string>>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof KnownError && error.code === 'bad_config') return error.sentence;
    throw error;
  }
  throw new Error(`accepted: ${JSON.stringify(env)}`);
}

describe('the configuration', () => {
  it('is whole without any variable, and takes empty ones as not set', () => {
    const usual = readConfig({});
    expect(usual.web).toEqual({ host: 'localhost', port: 3000, publicUrl: undefined });
    expect(usual.telegram).toBeNull();
    expect(usual.embedding).toBeNull();
    expect(usual.database).toEqual({ engine: 'pglite', folder: './.data' });
    expect(readConfig({ PORT: ' ', DATA_DIR: '', LOG_LEVEL: '', TELEGRAM_API_ROOT: '' })).toEqual(usual);
    expect(Object.isFrozen(usual)).toBe(true);
  });

  it('takes Telegram with a webhook only where Telegram reaches it safely', () => {
    const telegram = {
      TELEGRAM_BOT_TOKEN: `1:${'a'.repeat(30)}`,
      TELEGRAM_WEBHOOK_SECRET: 'sixteen_letters-at-least',
    };
    expect(refusal(telegram)).toContain('TELEGRAM_WEBHOOK_SECRET: phải đặt cùng PUBLIC_URL');
    expect(refusal({ ...telegram, PUBLIC_URL: 'http://a.vn' })).toContain('PUBLIC_URL');
    expect(refusal({ ...telegram, TELEGRAM_WEBHOOK_SECRET: 'ngắn' })).toContain('16 đến 256');
    expect(readConfig({ ...telegram, PUBLIC_URL: 'https://a.vn' }).telegram?.webhookSecret).toBe(
      telegram.TELEGRAM_WEBHOOK_SECRET,
    );
  });

  it('splits the work between processes on PostgreSQL only', () => {
    expect(readConfig({}).role).toBe('all');
    expect(readConfig({ ROLE: 'worker', DATABASE_URL: 'postgres://an@may/kho' }).role).toBe('worker');
    expect(refusal({ ROLE: 'web' })).toContain('ROLE: phải để trống khi dùng cơ sở dữ liệu nhúng');
    expect(refusal({ ROLE: 'all', DATABASE_URL: 'postgres://an@may/kho' })).toContain('web, worker');
  });

  it('takes a Zalo bot with a webhook only where Zalo reaches it safely', () => {
    const secret = 'mot-bi-mat-0123';
    const bot = { ZALO_BOT_TOKEN: '123456:abc-xyz', ZALO_BOT_WEBHOOK_SECRET: secret };
    expect(readConfig({ ZALO_BOT_TOKEN: '123456:abc-xyz' }).zaloBot).toMatchObject({
      webhookSecret: undefined,
    });
    const config = readConfig({ ...bot, PUBLIC_URL: 'https://vi.du/' });
    expect(config).toMatchObject({ zaloBot: { webhookSecret: secret }, web: { publicUrl: 'https://vi.du' } });
    const own = { PUBLIC_URL: 'http://vi.du', ZALO_BOT_API_ROOT: 'http://127.0.0.1:1' };
    expect(readConfig({ ...bot, ...own }).zaloBot).toMatchObject({ webhookSecret: secret });
    for (const wrong of [bot, { ...bot, PUBLIC_URL: 'http://vi.du' }]) {
      expect(refusal(wrong)).toContain('ZALO_BOT_WEBHOOK_SECRET: phải đặt cùng PUBLIC_URL');
      expect(refusal(wrong)).not.toContain(secret);
    }
    expect(refusal({ ZALO_BOT_TOKEN: 'abc/xyz' })).toContain('ZALO_BOT_TOKEN');
    expect(refusal({ ...bot, ZALO_BOT_WEBHOOK_SECRET: 'ngắn' })).toContain('8 đến 256');
  });

  it('reads what is set, in its own units', () => {
    const config = readConfig({
      DATABASE_URL: 'postgresql://an@may/kho',
      DATA_DIR: './khac',
      PORT: ' 0 ',
      TELEGRAM_BOT_TOKEN: `123456:${'a'.repeat(30)}`,
      TELEGRAM_API_ROOT: 'http://localhost:8081/bot',
      EMBEDDING_BASE_URL: 'http://localhost:11434/v1',
      EMBEDDING_MODEL: 'bge-m3',
      EMBEDDING_QUERY_PREFIX: ' query: ',
      EMBEDDING_TIMEOUT_SECONDS: '5',
      INGEST_TIMEOUT_SECONDS: '7',
      INGEST_MEMORY_MB: '256',
      LOG_LEVEL: 'silent',
    });
    expect(config).toMatchObject({
      database: { engine: 'postgres', url: 'postgresql://an@may/kho' },
      web: { port: 0 },
      telegram: { apiRoot: 'http://localhost:8081/bot' },
      embedding: {
        baseUrl: 'http://localhost:11434/v1',
        apiKey: undefined,
        model: 'bge-m3',
        queryPrefix: 'query:',
        passagePrefix: undefined,
        timeoutMs: 5000,
        batch: 64,
        weight: 0.05,
      },
      ingest: { timeoutMs: 7000, memoryBytes: 256 * 1024 * 1024 },
      logLevel: 'silent',
    });
  });

  it.each([
    ['PORT', '0x10'],
    ['PORT', '3e3'],
    ['PORT', '-1'],
    ['PORT', '3000.0'],
    ['PORT', '65536'],
    ['PORT', 'cổng'],
    ['PORT', '99999999999999999999'],
    ['EMBEDDING_BASE_URL', 'localhost:11434'],
    ['EMBEDDING_BATCH', '0'],
    ['INGEST_TIMEOUT_SECONDS', '0'],
    ['INGEST_MEMORY_MB', '64'],
    ['TELEGRAM_API_ROOT', 'javascript:1'],
    ['TELEGRAM_API_ROOT', 'api.telegram.org'],
    ['TELEGRAM_API_ROOT', 'ftp://api.telegram.org'],
    ['TELEGRAM_BOT_TOKEN', 'khong-phai-ma'],
    ['DATABASE_URL', 'mysql://an:mat-khau@may/kho'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s in Vietnamese, naming the variable', (name, value) => {
    const sentence = refusal({ [name]: value });
    expect(sentence).toMatch(new RegExp(`${name}: phải (là|bắt đầu|có dạng)`));
    expect(sentence).not.toMatch(/invalid|expected|too (big|small)|NaN/i);
  });

  it('tells no secret', () => {
    expect(refusal({ DATABASE_URL: 'mysql://an:mat-khau@may/kho' })).not.toContain('mat-khau');
    expect(refusal({ TELEGRAM_BOT_TOKEN: '12345:ngan' })).not.toContain('ngan');
    expect(refusal({ EMBEDDING_API_KEY: 'khóa mật' })).not.toContain('mật');
  });

  it('refuses half of the settings for vectors', () => {
    expect(refusal({ EMBEDDING_MODEL: 'bge-m3' })).toContain('EMBEDDING_BASE_URL: phải đặt cùng');
    expect(refusal({ EMBEDDING_BASE_URL: 'http://may/v1' })).toContain('EMBEDDING_MODEL: phải đặt cùng');
  });

  it('reads the settings of a model, which is remote unless it is said to be local', () => {
    const least = { MODEL_BASE_URL: 'http://may/v1', MODEL_NAME: 'qwen3:8b' };
    expect(readConfig({}).model).toBeNull();
    expect(readConfig(least).model).toEqual({
      baseUrl: 'http://may/v1',
      apiKey: undefined,
      name: 'qwen3:8b',
      fallbackName: undefined,
      isLocal: false,
      timeoutMs: 30_000,
      dailyTokens: 2_000_000,
      dailyQuestionsPerPerson: 100,
      prices: { input: 0, output: 0 },
    });
    expect(readConfig({ ...least, MODEL_IS_LOCAL: 'true' }).model?.isLocal).toBe(true);
    expect(refusal({ ...least, MODEL_IS_LOCAL: 'yes' })).toContain('MODEL_IS_LOCAL: phải là true hoặc false');
    expect(refusal({ MODEL_NAME: 'm' })).toContain('MODEL_BASE_URL: phải đặt cùng');
    expect(refusal({ MODEL_BASE_URL: 'http://may/v1' })).toContain('MODEL_NAME: phải đặt cùng');
  });

  it('states the range of a number', () => {
    expect(refusal({ PORT: '65536' })).toContain('số nguyên từ 0 đến 65535');
    expect(refusal({ INGEST_MEMORY_MB: 'x' })).toContain('số nguyên từ 128 đến');
  });

  it('tells all that is wrong at once', () => {
    const sentence = refusal({ PORT: 'x', LOG_LEVEL: 'y' });
    expect(sentence).toContain('PORT');
    expect(sentence).toContain('LOG_LEVEL');
  });
});

describe('the place of a database', () => {
  it('is a server where it looks like a URL of one, else a folder', () => {
    expect(databaseLocation('postgres://may/kho')).toEqual({ engine: 'postgres', url: 'postgres://may/kho' });
    expect(databaseLocation('./kho')).toEqual({ engine: 'pglite', folder: './kho' });
  });
});

describe('a Zalo Official Account', () => {
  const needed = {
    ZALO_OA_APP_ID: '3608465248940903967',
    ZALO_OA_APP_SECRET: 'bi-mat-ung-dung',
    ZALO_OA_REFRESH_TOKEN: 'ma-lam-moi',
  };

  it('is set whole or not at all, its id with all digits', () => {
    expect(readConfig({}).zaloOa).toBeNull();
    // Zalo shows it only after it was given the webhook's address.
    expect(readConfig(needed).zaloOa?.webhookSecret).toBeNull();
    expect(readConfig({ ...needed, ZALO_OA_WEBHOOK_SECRET: 'bi-mat-oa' }).zaloOa).toEqual({
      app: { id: '3608465248940903967', secret: 'bi-mat-ung-dung' },
      webhookSecret: 'bi-mat-oa',
      refreshToken: 'ma-lam-moi',
      noticeTemplate: null,
      billable: true,
      trustSharedPhone: false,
      apiRoot: undefined,
      oauthRoot: undefined,
    });
    for (const name of Object.keys(needed)) {
      const said = refusal({ ...needed, [name]: '' });
      expect(said).toContain(`${name}: phải đặt cùng`);
      expect(said).not.toMatch(/bi-mat|ma-lam-moi/);
    }
  });

  it('has switches that are yes or no', () => {
    const settings = readConfig({
      ...needed,
      ZALO_OA_PAID_MESSAGES: 'no',
      ZALO_OA_TRUST_SHARED_PHONE: 'yes',
      ZALO_OA_NOTICE_TEMPLATE_ID: '7895417a7d3f9461cd2e',
    }).zaloOa;
    expect(settings).toMatchObject({
      billable: false,
      trustSharedPhone: true,
      noticeTemplate: { id: '7895417a7d3f9461cd2e', field: 'noi_dung' },
    });
    expect(refusal({ ...needed, ZALO_OA_PAID_MESSAGES: 'co' })).toContain('phải là yes hoặc no');
    expect(refusal({ ...needed, ZALO_OA_APP_ID: 'abc' })).toContain('ZALO_OA_APP_ID: phải là dãy số');
  });
});
