/**
 * JSON whose whole numbers keep all their digits: those that a JavaScript number would round become strings. Zalo writes ids of 19
 * digits, now and then without quotes. Throws `SyntaxError`.
 */
export function parseLossless(text: string): unknown {
  return JSON.parse(text, (_key: string, value: unknown, context?: { readonly source?: string }) => {
    const source = context?.source;
    const isRounded = typeof value === 'number' && !Number.isSafeInteger(value);
    return isRounded && source !== undefined && /^-?\d+$/.test(source) ? source : value;
  });
}
