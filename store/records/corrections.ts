import { vietnamDay } from '../../domain/day.ts';
import { writePartialDate } from '../../domain/partialDate.ts';
import { asAccount, type Identity } from '../access/identity.ts';
import type { Database, Queryable } from '../database.ts';
import { SqlError } from '../sqlError.ts';
import { correctionAnswered, noOwnRecord, noSuchCorrection, tooManyCorrections } from './recordTexts.ts';

/** "Thông tin này sai": a person's request that a line of their record be checked. */
export type Correction = {
  /** Drawn, not counted: it tells nothing of other requests. */
  readonly id: number;
  readonly cadre: string;
  readonly name: string;
  /** The line as it was shown. */
  readonly line: string;
  /** What the person says about it. */
  readonly says: string;
  readonly at: Date;
  readonly state: 'open' | 'accepted' | 'declined';
  /** What staff answered; `null` while open. */
  readonly answer: string | null;
};

const MOST_OPEN = 20;

/** Opens a request about the identity's own record. At most 20 open ones a person (`limit_exceeded`); `not_found` without a record. */
export async function openCorrection(
  database: Database,
  identity: Identity,
  request: { readonly line: string; readonly says: string },
): Promise<Correction> {
  const open = () => asAccount(database, identity, (tx) => insertCorrection(tx, identity, request));
  return open().catch((error: unknown) => {
    // The id was drawn before: once more, or everybody could tell that somebody has it.
    if (error instanceof SqlError && error.constraint === 'corrections_pkey') return open();
    throw error;
  });
}

/** The identity's own requests, or with `ofUnits` the open ones of the others whom it looks after; oldest first. */
export async function listCorrections(
  database: Database,
  identity: Identity,
  which: 'own' | 'ofUnits',
): Promise<readonly Correction[]> {
  return asAccount(database, identity, (tx) => readCorrections(tx, which));
}

/** As `listCorrections`, inside a transaction of the identity. */
export async function readCorrections(
  tx: Queryable,
  which: 'own' | 'ofUnits',
): Promise<readonly Correction[]> {
  return tx.query<Correction>(
    which === 'own'
      ? `${SELECT} where r.cadre = (select app_cadre()) order by r.at, r.id`
      : `${SELECT} where r.state = 'open' and r.cadre is distinct from (select app_cadre())
          and c.unit = any ((select app_units())::text[]) order by r.at, r.id`,
  );
}

/** Staff close a request of one of their people, never their own. The person is told (a notice). `not_found` for any other id. */
export async function closeCorrection(
  database: Database,
  identity: Identity,
  id: number,
  result: { readonly state: 'accepted' | 'declined'; readonly answer: string },
): Promise<void> {
  // What a person typed may be no id at all, or one that the database cannot hold.
  if (!Number.isSafeInteger(id)) throw noSuchCorrection();
  await asAccount(database, identity, async (tx) => {
    const [closed] = await tx.query<{ cadre: string; at: Date }>(
      `update corrections set state = $2, answer = $3, closed_at = now()
        where id = $1 and state = 'open' returning cadre, at`,
      [id, result.state, result.answer],
    );
    if (closed === undefined) throw noSuchCorrection();
    const words = correctionAnswered(writePartialDate(vietnamDay(closed.at)));
    await tx.query('select app_tell_cadre($1, $2)', [closed.cadre, words]);
  });
}

async function insertCorrection(
  tx: Queryable,
  { accountId }: Identity,
  { line, says }: { readonly line: string; readonly says: string },
): Promise<Correction> {
  // Two requests of one person at once would both count the same open ones.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 8))', [accountId]);
  const [own] = await tx.query<{ code: string; open: number }>(
    `select c.code,
            (select count(*)::integer from corrections r where r.cadre = c.code and r.state = 'open') as open
       from cadres c where c.code = (select app_cadre())`,
  );
  if (own === undefined) throw noOwnRecord();
  if (own.open >= MOST_OPEN) throw tooManyCorrections(MOST_OPEN);
  const [made] = await tx.query<{ id: number }>(
    'insert into corrections (cadre, line, says) values ($1, $2, $3) returning id',
    [own.code, line, says],
  );
  const [correction] = await tx.query<Correction>(`${SELECT} where r.id = $1`, [made?.id]);
  if (correction === undefined) throw new Error('openCorrection: the request cannot be read back');
  return correction;
}

const SELECT = `select r.id, r.cadre, c.name, r.line, r.says, r.at, r.state, r.answer
  from corrections r join cadres c on c.code = r.cadre`;
