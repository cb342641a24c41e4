/** What the server says to a call: a result, or an error with its HTTP status. */
export type Answer =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly error_code: number;
      readonly description: string;
      readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
    };

export const done: Answer = { ok: true, result: true };

export function failure(error_code: number, description: string): Answer {
  return { ok: false, error_code, description };
}

export function badRequest(description: string): Answer {
  return failure(400, `Bad Request: ${description}`);
}
