import { existsSync } from 'node:fs';
import { z } from 'zod';
import { badConfig, optionalText, serverAddress, wholeNumber } from './config/fields.ts';
import { type TelegramSettings, telegramOf, telegramVariables } from './config/telegram.ts';
import { type ZaloOaSettings, zaloOaOf, zaloOaVariables } from './config/zaloOa.ts';

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/**
 * `trial`: one account of the database does everything, samples are loaded into an empty store. `production`: the program refuses
 * to serve under an account that could bypass row-level security, changes no tables by itself and loads no samples.
 */
const MODES = ['trial', 'production'] as const;

/**
 * `web`: serves the pages and takes in what messengers tell of. `worker`: asks messengers, works answers out, sends them and reads
 * uploads. Left out: both. Several processes of either kind work beside each other on one PostgreSQL.
 */
const ROLES = ['web', 'worker'] as const;

const environment = z.object({
  DATABASE_URL: optionalText.pipe(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'phải bắt đầu bằng postgres:// hoặc postgresql://')
      .optional(),
  ),
  DATA_DIR: optionalText,
  MODE: optionalText.pipe(z.enum(MODES, { error: `phải là một trong: ${MODES.join(', ')}` }).optional()),
  ROLE: optionalText.pipe(
    z.enum(ROLES, { error: `phải để trống hoặc là một trong: ${ROLES.join(', ')}` }).optional(),
  ),
  HOST: optionalText,
  PORT: wholeNumber(0, 65_535, 3000),
  PUBLIC_URL: serverAddress,
  ...telegramVariables,
  ZALO_BOT_TOKEN: optionalText.pipe(
    z
      .string()
      .regex(/^[\w-]+:[\w.~+=-]+$/, 'phải có dạng 123456:abc… do Zalo Bot Creator cấp')
      .optional(),
  ),
  ZALO_BOT_NAME: optionalText,
  ZALO_BOT_WEBHOOK_SECRET: optionalText.pipe(
    z
      .string()
      .regex(/^[\x21-\x7e]{8,256}$/, 'phải có từ 8 đến 256 ký tự viết liền, không dấu')
      .optional(),
  ),
  ZALO_BOT_API_ROOT: serverAddress,
  ...zaloOaVariables,
  EMBEDDING_BASE_URL: serverAddress,
  EMBEDDING_API_KEY: optionalText.pipe(
    z
      .string()
      .regex(/^[\x21-\x7e]+$/, 'phải là một khóa viết liền, không dấu')
      .optional(),
  ),
  EMBEDDING_MODEL: optionalText,
  EMBEDDING_QUERY_PREFIX: optionalText,
  EMBEDDING_PASSAGE_PREFIX: optionalText,
  EMBEDDING_TIMEOUT_SECONDS: wholeNumber(1, 600, 30),
  EMBEDDING_BATCH: wholeNumber(1, 2048, 64),
  EMBEDDING_WEIGHT: wholeNumber(0, 100, 5),
  MODEL_BASE_URL: serverAddress,
  MODEL_API_KEY: optionalText.pipe(
    z
      .string()
      .regex(/^[\x21-\x7e]+$/, 'phải là một khóa viết liền, không dấu')
      .optional(),
  ),
  MODEL_NAME: optionalText,
  MODEL_FALLBACK_NAME: optionalText,
  MODEL_TRANSCRIBE_NAME: optionalText,
  MODEL_VISION_NAME: optionalText,
  MODEL_IS_LOCAL: optionalText.pipe(
    z.enum(['true', 'false'], { error: 'phải là true hoặc false' }).optional(),
  ),
  MODEL_TIMEOUT_SECONDS: wholeNumber(1, 600, 30),
  MODEL_DAILY_TOKENS: wholeNumber(0, 999_999_999, 2_000_000),
  MODEL_DAILY_QUESTIONS_PER_PERSON: wholeNumber(0, 100_000, 100),
  MODEL_PRICE_INPUT: wholeNumber(0, 999_999_999, 0),
  MODEL_PRICE_OUTPUT: wholeNumber(0, 999_999_999, 0),
  INGEST_FILE_MB: wholeNumber(1, 1024, 100),
  INGEST_TIMEOUT_SECONDS: wholeNumber(1, 3600, 50),
  INGEST_ARCHIVE_MINUTES: wholeNumber(1, 300, 60),
  INGEST_MEMORY_MB: wholeNumber(128, 65_536, 1024),
  INGEST_OUTPUT_MB: wholeNumber(1, 1024, 50),
  WATCH_DIR: optionalText,
  LOG_LEVEL: optionalText.pipe(
    z.enum(LOG_LEVELS, { error: `phải là một trong: ${LOG_LEVELS.join(', ')}` }).optional(),
  ),
  METRICS_TOKEN: optionalText.pipe(
    z
      .string()
      .regex(/^[\x21-\x7e]{16,256}$/, 'phải có từ 16 đến 256 ký tự viết liền, không dấu')
      .optional(),
  ),
  BACKUP_KEY: optionalText.pipe(z.string().min(12, 'phải có ít nhất 12 ký tự').optional()),
});

/** A service that turns texts into vectors, at any address that speaks as OpenAI's does. */
export type EmbeddingSettings = {
  /** Up to and with `/v1`. */
  readonly baseUrl: string;
  /** A server of one's own often needs none. */
  readonly apiKey: string | undefined;
  readonly model: string;
  /** Written before a question and before a passage, as models of the E5 family want it. */
  readonly queryPrefix: string | undefined;
  readonly passagePrefix: string | undefined;
  readonly timeoutMs: number;
  /** Texts in one request at most. */
  readonly batch: number;
  /** What nearness may add to a passage's score, as a share (0–1) of the best score by words. */
  readonly weight: number;
};

/** A language model at any address that speaks as OpenAI's chat completions do. */
export type ModelSettings = {
  /** Up to and with `/v1`. */
  readonly baseUrl: string;
  /** A server of one's own often needs none. */
  readonly apiKey: string | undefined;
  readonly name: string;
  /** Of the same service, asked when the first one fails. */
  readonly fallbackName: string | undefined;
  /** Of the same service, writes down what is spoken (`audio.transcriptions`); left out: nobody is listened to. */
  readonly transcribeName?: string;
  /** Of the same service, reads photographed questions; left out: they are read in the house. */
  readonly visionName?: string;
  /** Nothing that is sent there leaves the house. */
  readonly isLocal: boolean;
  /** For a whole answer, whatever number of calls it takes. */
  readonly timeoutMs: number;
  /** Tokens in and out of a day (Vietnam), all people together; 0: no limit. */
  readonly dailyTokens: number;
  /** 0: no limit. */
  readonly dailyQuestionsPerPerson: number;
  /** Đồng for a million tokens; 0: not known. */
  readonly prices: { readonly input: number; readonly output: number };
};

/** What a file may cost while it is read. */
export type IngestLimits = {
  /** Size of the file itself; a larger one is not opened. */
  readonly fileBytes: number;
  readonly timeoutMs: number;
  /** Resident memory of the reading process and its children. */
  readonly memoryBytes: number;
  /** Size of what the reading process may hand back. */
  readonly outputBytes: number;
};

/** The same, and what the documents of one archive or letter may cost together. */
export type ArchiveLimits = IngestLimits & {
  /** No further document is begun after this time. */
  readonly archiveMs: number;
};

/** Where the store lives: a PostgreSQL URL, or the folder of the embedded database. */
export type DatabaseLocation =
  | { readonly engine: 'postgres'; readonly url: string }
  | { readonly engine: 'pglite'; readonly folder: string };

export type Config = {
  readonly database: DatabaseLocation;
  readonly mode: (typeof MODES)[number];
  /** What this process does of the work; see `ROLES`. */
  readonly role: (typeof ROLES)[number] | 'all';
  readonly web: {
    readonly host: string;
    readonly port: number;
    /** Where people outside reach the web server, without a slash at its end; `undefined`: nowhere. */
    readonly publicUrl: string | undefined;
  };
  readonly telegram: TelegramSettings | null;
  readonly zaloBot: {
    readonly token: string;
    /** What people call the bot in groups. */
    readonly name: string | undefined;
    /** `undefined`: the server is polled. */
    readonly webhookSecret: string | undefined;
    readonly apiRoot: string | undefined;
  } | null;
  readonly zaloOa: ZaloOaSettings | null;
  /** `null`: questions are answered by words alone. */
  readonly embedding: EmbeddingSettings | null;
  /** `null`: answers are quoted, without a model. */
  readonly model: ModelSettings | null;
  readonly ingest: ArchiveLimits;
  /** Files that are put here are taken as uploads; `null`: no folder is watched. */
  readonly watchFolder: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** What a program on another machine shows to read the figures; `null`: this machine alone may. */
  readonly metricsToken: string | null;
  /** What backups are encrypted with; `null`: they are not. */
  readonly backupKey: string | null;
};

/** `postgres://…` is a server, anything else a folder of the embedded database. */
export function databaseLocation(text: string): DatabaseLocation {
  return /^postgres(ql)?:\/\//.test(text)
    ? { engine: 'postgres', url: text }
    : { engine: 'pglite', folder: text };
}

/**
 * Reads the environment once. Throws `bad_config`, naming the variable and what it should be, never its value.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const problems = parsed.error.issues
      .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
      .join('; ');
    throw badConfig(problems);
  }
  const values = parsed.data;
  const megabyte = 1024 * 1024;
  const database = databaseLocation(values.DATABASE_URL ?? values.DATA_DIR ?? './.data');
  if (values.ROLE !== undefined && database.engine === 'pglite') {
    throw badConfig(
      'ROLE: phải để trống khi dùng cơ sở dữ liệu nhúng; chia vai cần PostgreSQL (DATABASE_URL)',
    );
  }
  return Object.freeze<Config>({
    database,
    mode: values.MODE ?? 'trial',
    role: values.ROLE ?? 'all',
    web: {
      host: values.HOST ?? 'localhost',
      port: values.PORT,
      publicUrl: values.PUBLIC_URL?.replace(/\/+$/, ''),
    },
    telegram: telegramOf(values),
    zaloBot: zaloBotOf(values),
    zaloOa: zaloOaOf(values),
    embedding: embeddingOf(values),
    model: modelOf(values),
    ingest: {
      fileBytes: values.INGEST_FILE_MB * megabyte,
      timeoutMs: values.INGEST_TIMEOUT_SECONDS * 1000,
      archiveMs: values.INGEST_ARCHIVE_MINUTES * 60_000,
      memoryBytes: values.INGEST_MEMORY_MB * megabyte,
      outputBytes: values.INGEST_OUTPUT_MB * megabyte,
    },
    watchFolder: values.WATCH_DIR ?? null,
    logLevel: values.LOG_LEVEL ?? 'info',
    metricsToken: values.METRICS_TOKEN ?? null,
    backupKey: values.BACKUP_KEY ?? null,
  });
}

function zaloBotOf(values: z.infer<typeof environment>): Config['zaloBot'] {
  const { ZALO_BOT_TOKEN: token, ZALO_BOT_WEBHOOK_SECRET: webhookSecret, PUBLIC_URL: publicUrl } = values;
  const { ZALO_BOT_API_ROOT: apiRoot } = values;
  if (token === undefined) return null;
  // A server of one's own may call without HTTPS.
  const isReachable = publicUrl !== undefined && (apiRoot !== undefined || publicUrl.startsWith('https://'));
  if (webhookSecret !== undefined && !isReachable) {
    throw badConfig('ZALO_BOT_WEBHOOK_SECRET: phải đặt cùng PUBLIC_URL bắt đầu bằng https://');
  }
  return { token, name: values.ZALO_BOT_NAME, webhookSecret, apiRoot };
}

function embeddingOf(values: z.infer<typeof environment>): EmbeddingSettings | null {
  const { EMBEDDING_BASE_URL: baseUrl, EMBEDDING_MODEL: model } = values;
  if (baseUrl === undefined && model === undefined) return null;
  if (baseUrl === undefined || model === undefined) {
    const missing = baseUrl === undefined ? 'EMBEDDING_BASE_URL' : 'EMBEDDING_MODEL';
    throw badConfig(
      `${missing}: phải đặt cùng ${model === undefined ? 'EMBEDDING_BASE_URL' : 'EMBEDDING_MODEL'}`,
    );
  }
  return {
    baseUrl,
    apiKey: values.EMBEDDING_API_KEY,
    model,
    queryPrefix: values.EMBEDDING_QUERY_PREFIX,
    passagePrefix: values.EMBEDDING_PASSAGE_PREFIX,
    timeoutMs: values.EMBEDDING_TIMEOUT_SECONDS * 1000,
    batch: values.EMBEDDING_BATCH,
    weight: values.EMBEDDING_WEIGHT / 100,
  };
}

function modelOf(values: z.infer<typeof environment>): ModelSettings | null {
  const { MODEL_BASE_URL: baseUrl, MODEL_NAME: name } = values;
  if (baseUrl === undefined && name === undefined) return null;
  if (baseUrl === undefined || name === undefined) {
    const missing = baseUrl === undefined ? 'MODEL_BASE_URL' : 'MODEL_NAME';
    throw badConfig(`${missing}: phải đặt cùng ${name === undefined ? 'MODEL_BASE_URL' : 'MODEL_NAME'}`);
  }
  return {
    baseUrl,
    apiKey: values.MODEL_API_KEY,
    name,
    fallbackName: values.MODEL_FALLBACK_NAME,
    ...(values.MODEL_TRANSCRIBE_NAME === undefined ? {} : { transcribeName: values.MODEL_TRANSCRIBE_NAME }),
    ...(values.MODEL_VISION_NAME === undefined ? {} : { visionName: values.MODEL_VISION_NAME }),
    isLocal: values.MODEL_IS_LOCAL === 'true',
    timeoutMs: values.MODEL_TIMEOUT_SECONDS * 1000,
    dailyTokens: values.MODEL_DAILY_TOKENS,
    dailyQuestionsPerPerson: values.MODEL_DAILY_QUESTIONS_PER_PERSON,
    prices: { input: values.MODEL_PRICE_INPUT, output: values.MODEL_PRICE_OUTPUT },
  };
}

/** Adds what a `.env` file in the working folder says to the environment; what is set already wins. */
export function loadDotEnv(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}
