import { z } from 'zod';
import type { OaAnswer, OaApi, OaBody, OaPath } from './api.ts';
import { OA_PATHS } from './api.ts';
import { decide } from './decisions.ts';
import type { Tokens } from './tokens.ts';

/** Calls as the account, with a token that holds: where the server no longer takes it, one renewal and one more call. */
export type AccountCall = (path: OaPath, body: OaBody, patience: AbortSignal) => Promise<OaAnswer>;

/** Throws as `OaApi` does, and `TokenTrouble` where there is no token. */
export function createAccountCall(api: OaApi, tokens: Tokens): AccountCall {
  return async (path, body, patience) => {
    const { token, version } = await tokens.access();
    try {
      return await api(path, body, token, patience);
    } catch (error) {
      if (decide(error).kind !== 'renew') throw error;
      const renewed = await tokens.renew(version);
      return api(path, body, renewed.token, patience);
    }
  };
}

const id = z.union([z.string(), z.number()]).transform(String).optional().catch(undefined);
const account = z.object({ oaid: id, oa_id: id, name: z.string().optional().catch(undefined) });

/** Id and name of the account; each empty where Zalo does not say. */
export async function readAccount(
  call: AccountCall,
  patience: AbortSignal,
): Promise<{ readonly id: string; readonly name: string }> {
  const { data } = await call(OA_PATHS.account, null, patience);
  const read = account.safeParse(data);
  return { id: read.data?.oaid ?? read.data?.oa_id ?? '', name: read.data?.name ?? '' };
}

const amount = z.coerce.number().int().nonnegative();
const assets = z.array(
  z
    .object({ product_type: z.string(), total: amount, remain: amount })
    .catch({ product_type: '', total: 0, remain: 0 }),
);

/** What is left of the package's messages; `null` where Zalo does not say, or does not count. */
export async function readQuota(call: AccountCall, patience: AbortSignal): Promise<Quota | null> {
  const json = { quota_owner: 'OA', product_type: 'cs', quota_type: 'sub_quota' };
  const { data } = await call(OA_PATHS.quota, { json }, patience);
  const list = assets.safeParse(data);
  const counted = (list.data ?? []).filter(({ product_type, total }) => product_type === 'cs' && total > 0);
  if (counted.length === 0) return null;
  const sum = (pick: (asset: Quota) => number) => counted.reduce((all, asset) => all + pick(asset), 0);
  return { remain: sum(({ remain }) => remain), total: sum(({ total }) => total) };
}

export type Quota = { readonly remain: number; readonly total: number };

/** Worth a word to whoever pays for more. */
export const isLow = ({ remain, total }: Quota): boolean => remain * 10 <= total;
