import type { IsoDate } from '../../domain/day.ts';
import { asAccount, type Identity } from '../access/identity.ts';
import type { Database } from '../database.ts';

/** A call to a model: when, where, for what, how much. No words of it. */
export type ModelCall = {
  /** Pseudonym of the chat. */
  readonly chat: string;
  readonly host: string;
  readonly model: string;
  readonly purpose: string;
  /** `ok`, or why it failed: `429`, `timeout` … */
  readonly outcome: string;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Đồng; 0 where prices are not known. */
  readonly cost: number;
  /** How many names and numbers of people were masked in what was sent. */
  readonly redactions: number;
  readonly durationMs: number;
};

/** A question that was let go to the model, or whose limit of the day is reached. */
export type Admission =
  | { readonly admitted: true; readonly question: string }
  | { readonly admitted: false; readonly limit: 'person' | 'all' };

export type DailyLimits = {
  /** 0: no limit. */
  readonly questionsPerPerson: number;
  readonly tokens: number;
  readonly dayBegan: Date;
};

/** Counts a question towards the day's limits, or refuses it. `person` and `chat` are pseudonyms. */
export async function beginModelQuestion(
  database: Database,
  from: { readonly person: string | null; readonly chat: string },
  limits: DailyLimits,
): Promise<Admission> {
  const [row] = await database.query<{ id: string | null; refused: 'person' | 'all' | null }>(
    'select id, refused from app_begin_model_question($1, $2, $3, $4, $5)',
    [from.person, from.chat, limits.questionsPerPerson, limits.tokens, limits.dayBegan],
  );
  if (row?.id != null) return { admitted: true, question: row.id };
  return { admitted: false, limit: row?.refused ?? 'all' };
}

/** `question`: as it was admitted; `null` for a trial by the operator. */
export async function recordModelCall(
  database: Database,
  question: string | null,
  call: ModelCall,
): Promise<void> {
  await database.query('select app_record_model_call($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
    question,
    call.chat,
    call.host,
    call.model,
    call.purpose,
    call.outcome,
    call.tokensIn,
    call.tokensOut,
    call.cost,
    call.redactions,
    Math.round(call.durationMs),
  ]);
}

/** Latest first; none for who is no admin. */
export async function listModelCalls(
  database: Database,
  identity: Identity,
  limit: number,
): Promise<readonly (ModelCall & { readonly at: Date })[]> {
  const rows = await asAccount(database, identity, (tx) =>
    tx.query<{
      at: Date;
      chat: string;
      host: string;
      model: string;
      purpose: string;
      outcome: string;
      tokens_in: number;
      tokens_out: number;
      cost: number;
      redactions: number;
      duration_ms: number;
    }>('select * from app_list_model_calls($1)', [limit]),
  );
  return rows.map(({ tokens_in, tokens_out, duration_ms, ...call }) => ({
    ...call,
    tokensIn: tokens_in,
    tokensOut: tokens_out,
    durationMs: duration_ms,
  }));
}

/** What a day cost at one endpoint. */
export type ModelDay = {
  readonly day: IsoDate;
  readonly host: string;
  readonly model: string;
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly cost: number;
  readonly redactions: number;
  readonly failed: number;
};

/** Sums by day (Vietnam), latest first; none for who is no admin. */
export async function sumModelCalls(database: Database, identity: Identity): Promise<readonly ModelDay[]> {
  const rows = await asAccount(database, identity, (tx) =>
    tx.query<{
      day: IsoDate;
      host: string;
      model: string;
      calls: number;
      tokens_in: string | number;
      tokens_out: string | number;
      cost: number;
      redactions: string | number;
      failed: number;
    }>('select * from app_sum_model_calls()'),
  );
  return rows.map(({ tokens_in, tokens_out, redactions, ...day }) => ({
    ...day,
    tokensIn: Number(tokens_in),
    tokensOut: Number(tokens_out),
    redactions: Number(redactions),
  }));
}

/** What pseudonyms are made with: the same for the life of the database. */
export async function readModelSecret(database: Database): Promise<string> {
  const [row] = await database.query<{ secret: string | null }>('select app_model_secret() as secret');
  if (row?.secret == null) throw new Error('the secret of pseudonyms is missing');
  return row.secret;
}
