import { hashLinkCode, linkCodeEnd, newLinkCode } from '../../bot/features/own/linkCode.ts';
import type { Account } from '../../domain/account.ts';
import { writeMoment } from '../../domain/day.ts';
import { KnownError } from '../../errors.ts';
import { listAccounts, saveAccount } from '../../store/access/accounts.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import { createLinkCode, endLinks } from '../../store/access/linking.ts';
import { type CommonOptions, type ExitCode, type Io, withDatabase, withExistingDatabase } from '../io.ts';
import { peopleTexts as texts } from './peopleTexts.ts';

/** `link-code CODE` or `--account ID`: a one-time code to hand to that person. */
export async function linkCodeCommand(
  io: Io,
  cadre: string | undefined,
  options: CommonOptions & { readonly account?: string },
): Promise<ExitCode> {
  const target =
    options.account !== undefined ? { account: options.account } : cadre === undefined ? null : { cadre };
  if (target === null) throw new KnownError('bad_input', texts.codeForWhom);
  const code = newLinkCode();
  const expires = linkCodeEnd(new Date());
  const { name } = await withExistingDatabase(io, options, (database) =>
    createLinkCode(database, OPERATOR, { hash: hashLinkCode(code), for: target, expires }),
  );
  io.out(
    options.json === true
      ? JSON.stringify({ code, name, expires: expires.toISOString() })
      : texts.codeFor(name, code, writeMoment(expires)),
  );
  return 0;
}

/** `accounts list`. */
export async function accountsListCommand(io: Io, options: CommonOptions): Promise<ExitCode> {
  const accounts = await withExistingDatabase(io, options, (database) => listAccounts(database, OPERATOR));
  io.out(options.json === true ? JSON.stringify({ accounts }) : accounts.map(accountText).join('\n'));
  return 0;
}

/** `accounts unlink ID`: signs that account out everywhere. */
export async function accountsUnlinkCommand(io: Io, id: string, options: CommonOptions): Promise<ExitCode> {
  await withExistingDatabase(io, options, (database) => endLinks(database, OPERATOR, id));
  io.out(options.json === true ? JSON.stringify({ id, links: 0 }) : texts.unlinked(id));
  return 0;
}

type SaveOptions = CommonOptions & {
  readonly id?: string;
  readonly name?: string;
  readonly cadre?: string;
  /** `true`: named without units, so of none. */
  readonly staffOf?: readonly string[] | true;
  readonly admin?: boolean;
};

/** `accounts save --name … [--cadre CODE] [--staff-of UNIT…] [--admin]`; with `--id` what is not named stays as it is. */
export async function accountsSaveCommand(io: Io, options: SaveOptions): Promise<ExitCode> {
  const account = await withDatabase(io, options, async (database) => {
    const asked = options.id?.trim().toLowerCase();
    const before = (await listAccounts(database, OPERATOR)).find(({ id }) => id === asked);
    if (options.id !== undefined && before === undefined) {
      throw new KnownError('not_found', texts.accountUnknown(options.id), {
        message: 'there is no account with the id given',
      });
    }
    const name = options.name ?? before?.name;
    if (name === undefined) throw new KnownError('bad_input', texts.nameMissing);
    return saveAccount(database, OPERATOR, {
      ...(before === undefined ? {} : { id: before.id }),
      name,
      cadre: options.cadre ?? before?.cadre ?? null,
      staffOf: options.staffOf === true ? [] : (options.staffOf ?? before?.staffOf ?? []),
      admin: options.admin ?? before?.admin ?? false,
    });
  });
  io.out(options.json === true ? JSON.stringify(account) : accountText(account));
  return 0;
}

function accountText({ id, name, cadre, staffOf, admin }: Account): string {
  const roles = [
    cadre === null ? null : texts.roles.cadre(cadre),
    staffOf.length === 0 ? null : texts.roles.staff(staffOf.join(', ')),
    admin ? texts.roles.admin : null,
  ].filter((role) => role !== null);
  return texts.account(id, name, roles.join('; '));
}
