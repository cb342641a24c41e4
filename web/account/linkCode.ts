/** A code as it is given out, `ABCD-2345`, out of whatever was typed or pasted around it; `null` when there is none. */
export function readLinkCode(written: string): string | null {
  const words = written.normalize('NFKC').toUpperCase();
  const code = words.replace(/[^A-Z0-9]/g, '');
  if (code.length === 8 && !/[^A-Z0-9\s–—-]/u.test(words)) return withDash(code);
  // A whole message was pasted: the code holds a figure, and the words around it do not look like one.
  const found = words.match(/(?<![\p{L}\p{N}])[A-Z0-9]{4}[\s–—-]?[A-Z0-9]{4}(?![\p{L}\p{N}])/gu) ?? [];
  const codes = found.filter((one) => /\d/.test(one));
  return codes.length === 1 && codes[0] !== undefined ? withDash(codes[0].replace(/[^A-Z0-9]/g, '')) : null;
}

function withDash(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * Whether a message may begin to link the browser to a person, so that it needs a session first. It is better to begin
 * a session in vain than to answer that nobody can be told apart.
 */
export function mayLink(text: string): boolean {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return /lien ?ket|ket noi|dang nhap|^\s*\/?(dongy|start)\b/.test(plain) || readLinkCode(text) !== null;
}
