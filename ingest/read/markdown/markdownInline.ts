/**
 * Takes the marks of Markdown out of a line and leaves the words. Careful rather than complete: a mark that does not
 * pair up, or that stands where Markdown would not take it for one, is part of the text (`(*)`, `2*3`, `so_hieu`).
 */

const htmlTags =
  /<\/?(?:b|strong|i|em|u|s|del|ins|mark|sub|sup|span|font|small|big|center|p|div|a|code|kbd)(?:\s[^<>]*)?>/gi;

/** Marks protected by a backslash go through the private area, so that no rule sees them. */
const escapable = /\\([!-/:-@[-`{-~])/g;
const shield = (character: string) => String.fromCharCode(0xf800 + character.charCodeAt(0));
const unshield = (text: string) =>
  text.replace(/[\uF821-\uF87E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xf800));

const emphasis: readonly RegExp[] = [
  /(?<![\p{L}\p{N}*])\*\*\*(?=[^\s*])(.+?)(?<=[^\s*])\*\*\*(?![*])/gu,
  /\*\*(?=[^\s*])(.+?)(?<=\S)\*\*(?![*])/gu,
  /(?<![\p{L}\p{N}_])__(?=[^\s_])(.+?)(?<=[^\s_])__(?![\p{L}\p{N}_])/gu,
  /(?<![\p{L}\p{N}*])\*(?=[^\s*)\].,;:])([^*]+?)(?<=[^\s*(])\*(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_])_(?=[^\s_)\].,;:|])([^_]+?)(?<=[^\s_(|])_(?![\p{L}\p{N}_])/gu,
  /~~(?=[^\s~])(.+?)(?<=[^\s~])~~/gu,
];

export function withoutMarks(line: string): string {
  let text = line.replace(escapable, (_, character: string) => shield(character));
  text = text.replace(/`([^`\s](?:[^`]*[^`\s])?)`/g, (_, code: string) =>
    code.replace(/[*_[\]<>~]/g, shield),
  );
  text = text.replace(/!\[[^\]]*\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+"[^"]*")?\)/g, '');
  text = text.replace(/\[([^[\]]+)\]\(<?[^()\s]*(?:\([^()]*\)[^()\s]*)*>?(?:\s+"[^"]*")?\)/g, '$1');
  text = text.replace(/\[\^[^\]\s]+\](?!:)/g, '');
  text = text.replace(/<((?:https?:\/\/|mailto:)[^<>\s]+)>/g, '$1');
  text = text.replace(htmlTags, '');
  for (const pattern of emphasis) text = text.replace(pattern, '$1');
  return unshield(text)
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
