import type { OaMethod } from './method.ts';
import { messageProblems, type OaParameters, templateProblems, uploadProblems } from './rules.ts';
import type { OaSaid, OaWorld } from './world.ts';

export type Answer = { readonly http: number; readonly body: object | string };
export type OaUpload = { readonly name: string; readonly bytes: Uint8Array };
/** What the account may still send beyond the free 48 hours. */
export type OaQuota = { readonly remain: number; readonly total: number };

export type OaAccount = {
  readonly perform: (method: OaMethod, parameters: OaParameters, file: OaUpload | null) => Answer;
  readonly quota: () => OaQuota;
  readonly setQuota: (quota: OaQuota) => void;
};

/** Only this one is approved. */
export const TEMPLATE = { id: '7895417a7d3f9461cd2e', field: 'noi_dung' } as const;

const HOUR_MS = 3_600_000;
/** Uploads are kept as long. */
const OPEN_MS = 7 * 24 * HOUR_MS;

/** What the account does with calls that were let in: windows, quota, uploads. */
export function createOaAccount(options: {
  readonly world: OaWorld;
  readonly now: () => number;
  readonly oaId: string;
  readonly oaName: string;
  readonly onProblem: (problem: string) => void;
}): OaAccount {
  const { world, now, oaId, oaName, onProblem } = options;
  const uploads = new Map<string, OaUpload & { readonly at: number }>();
  let quota: OaQuota = { remain: 2000, total: 2000 };

  const wrong = (found: readonly string[], code: number): Answer => {
    for (const problem of found) onProblem(problem);
    return refusal(code, found.join('; '));
  };

  /** Who cannot be written to, and why. */
  const closed = (user: string, isTemplate: boolean): Answer | null => {
    if (!world.isPerson(user)) return wrong([`there is no person ${user}`], -201);
    if (world.isBlocked(user))
      return refusal(-227, 'User is banned or has been inactive for more than 45 days');
    if (isTemplate) return null;
    const heard = world.heardAt(user);
    if (heard === null || now() - heard > OPEN_MS) {
      return refusal(-230, 'User has not interacted with the OA in the past 7 days');
    }
    if (now() - heard <= 48 * HOUR_MS) return null;
    if (quota.remain === 0) return refusal(-211, 'Out of quota');
    quota = { ...quota, remain: quota.remain - 1 };
    return null;
  };

  const said = (parameters: OaParameters): OaSaid | null => {
    const { text = '', attachment } = Object(parameters.message);
    const payload = Object(Object(attachment).payload);
    const key = payload.token ?? Object(payload.elements?.[0]).attachment_id;
    if (key === undefined) {
      const buttons = (payload.buttons ?? []).map(({ title, payload: sends }: Record<string, string>) => ({
        title,
        payload: sends,
      }));
      return { kind: 'text', text, buttons };
    }
    const upload = uploads.get(String(key));
    if (upload === undefined || now() - upload.at > OPEN_MS) return null;
    const { name, bytes } = upload;
    return payload.token === undefined ? { kind: 'image', text, bytes } : { kind: 'file', text, name, bytes };
  };

  const perform = (method: OaMethod, parameters: OaParameters, file: OaUpload | null): Answer => {
    switch (method) {
      case 'account':
        return done({ oaid: oaId, name: oaName, is_verified: true, package_name: 'Nâng cao' });
      case 'quota':
        return done([
          {
            asset_id: 'a1',
            product_type: 'cs',
            quota_type: 'sub_quota',
            valid_through: '31/12/2030',
            ...quota,
          },
        ]);
      case 'message': {
        const found = messageProblems(parameters);
        if (found.length > 0) return wrong(found, -201);
        const user = String(Object(parameters.recipient).user_id);
        const refused = closed(user, false);
        if (refused !== null) return refused;
        const what = said(parameters);
        if (what === null) return refusal(-100, 'attachment_id was expired');
        return done({ message_id: world.keep(user, what), user_id: user });
      }
      case 'template': {
        const found = templateProblems(parameters);
        if (found.length > 0) return wrong(found, -1124);
        const data: Record<string, string> = Object(parameters.template_data);
        if (parameters.template_id !== TEMPLATE.id) return refusal(-109, 'Template ID invalid');
        if (data[TEMPLATE.field] === undefined) return refusal(-1122, 'Missing template parameter');
        const user = String(parameters.user_id);
        const refused = closed(user, true);
        if (refused !== null) return refused;
        const text = Object.values(data).join('\n');
        const what: OaSaid = { kind: 'template', text, templateId: TEMPLATE.id, data };
        return done({ message_id: world.keep(user, what), user_id: user, sent_time: String(now()) });
      }
      case 'uploadImage':
      case 'uploadFile': {
        if (file === null) return wrong([`${method}: needs a file in the field “file”`], -201);
        const isImage = method === 'uploadImage';
        const found = uploadProblems(isImage ? 'image' : 'file', file);
        if (found.length > 0) return wrong(found, -210);
        const key = `wESbL53O_${uploads.size}`;
        uploads.set(key, { ...file, at: now() });
        return done(isImage ? { attachment_id: key } : { token: key });
      }
      case 'token':
        throw new Error('tokens are handed out elsewhere');
    }
  };

  return {
    perform,
    quota: () => quota,
    setQuota(other) {
      quota = other;
    },
  };
}

const done = (data: object): Answer => ({ http: 200, body: { error: 0, message: 'Success', data } });

/** Errors come with HTTP 200. */
export function refusal(error: number, message: string): Answer {
  return { http: 200, body: { error, message } };
}
