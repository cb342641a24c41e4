import type { CheerioAPI } from 'cheerio';
import { type AnyNode, type Element, isComment, isTag, isText } from 'domhandler';
import { countLetters } from '../../letters.ts';
import { isOfficial } from './htmlOfficial.ts';

/** `text`: something to read was hidden. `deletions`: passages marked as deleted. */
export type HiddenInPage = { readonly text: boolean; readonly deletions: number };

/** So few letters are a script's label, no text that somebody hid. */
const fewLetters = 5;

const white =
  /(?:^|;)color:(?:white|#fff(?:fff)?(?:ff)?|rgba?\(255,255,255(?:,1(?:\.0*)?)?\)|hsl\(0,0%,100%\))(?:!important)?(?:;|$)/;
const unseen =
  /(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|mso-hide:all|opacity:0(?:\.0*)?(?=;|!|$)|font-size:(?:0(?:\.\d+)?|1)(?:px|pt)|font-size:0(?:em|rem|%)?(?=;|!|$))/;

function styleOf(element: Element): string {
  return (element.attribs.style ?? '').replace(/\s/g, '').toLowerCase();
}

function isUnseen(element: Element): boolean {
  return element.attribs.hidden !== undefined || unseen.test(styleOf(element));
}

function isWhite(element: Element): boolean {
  const color = (element.attribs.color ?? '').trim().toLowerCase();
  return white.test(styleOf(element)) || /^(?:white|#?ffffff)$/.test(color);
}

/** Whether something that is not plainly white is behind an element, as far as the page itself says. */
function isOnColour(element: Element): boolean {
  for (
    let at: Element | null = element;
    at !== null;
    at = at.parent !== null && isTag(at.parent) ? at.parent : null
  ) {
    const ground = [
      /(?:^|;)background(?:-color|-image)?:([^;]*)/.exec(styleOf(at))?.[1],
      at.attribs.bgcolor,
      at.attribs.background,
    ]
      .map((value) => value?.trim().toLowerCase())
      .find((value) => value !== undefined && value !== '');
    if (ground !== undefined)
      return !/^(?:white|#?fff(?:fff)?|transparent|none|initial)(?:!important)?$/.test(ground);
    // A class may give any ground: a head with white letters on blue is drawn so.
    if (at !== element && at.attribs.class !== undefined && !/^(?:body|html)$/.test(at.name)) return true;
  }
  return false;
}

/** Text in a comment reads like a sentence only where somebody wrote one; programs leave code and names there. */
function isSentence(comment: string): boolean {
  return (
    countLetters(comment) >= 20 &&
    /[à-ỹđ]/iu.test(comment.normalize('NFC')) &&
    !/^\[if|<\w/i.test(comment.trim())
  );
}

function withoutComments(sheet: string): string {
  const [first = '', ...others] = sheet.split('/*');
  return (
    first + others.map((part) => (part.includes('*/') ? part.slice(part.indexOf('*/') + 2) : '')).join('')
  );
}

/** The selectors of rules that hide, each as it is written; rules for some media only are passed over. */
function hidingSelectors(sheet: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let begin = 0;
  let open = 0;
  for (const { 0: brace, index } of sheet.matchAll(/[{}]/g)) {
    if (brace === '{') {
      if (depth === 0) open = index;
      depth += 1;
      continue;
    }
    depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const selector = sheet.slice(begin, open).trim();
    const rules = sheet
      .slice(open + 1, index)
      .replace(/\s/g, '')
      .toLowerCase();
    if (!selector.startsWith('@') && unseen.test(rules)) found.push(selector);
    begin = index + 1;
    open = begin;
  }
  return found;
}

/** A page with more such rules is a shop, and its selection would take long. */
const mostSelectors = 300;

/**
 * What the page's own style sheets hide by a plain name of a class, an id or an element. What speaks like a directive stays:
 * pages hide tabs and folds that a click opens.
 */
function hiddenBySheets($: CheerioAPI): readonly Element[] {
  const sheets = $('style').toArray();
  const names = sheets
    .flatMap((element) => hidingSelectors(withoutComments($(element).text())))
    .flatMap((selector) => selector.split(','))
    .map((name) => name.trim())
    .filter((name) => /^[.#]?[a-z][\w-]*$/i.test(name));
  if (names.length === 0 || names.length > mostSelectors) return [];
  return $(names.map((name) => `body ${name}`).join(', '))
    .toArray()
    .filter(isTag)
    .filter((element) => !isOfficial($, $(element)));
}

/**
 * Takes out of a page what its reader does not see: hidden by an attribute or a style, without size, white on
 * white, in comments and templates, deleted. Changes the loaded page.
 */
export function removeHidden($: CheerioAPI): HiddenInPage {
  let text = false;
  const remove = (elements: readonly Element[]) => {
    for (const element of elements) {
      text ||= countLetters($(element).text()) > fewLetters;
      $(element).remove();
    }
  };
  for (const template of $('template').toArray()) {
    text ||= template.children.some((node) => countLetters($(node).text()) > fewLetters);
    $(template).remove();
  }
  remove(hiddenBySheets($));
  const all = $('body *').toArray();
  remove(all.filter((element) => isUnseen(element)));
  // What is white may hold what is not: only its own words go.
  for (const element of all.filter((each) => isWhite(each) && !isOnColour(each))) {
    const shown = element.children.filter(
      (node) => isText(node) || (isTag(node) && node.attribs.style === undefined),
    );
    const letters = shown.reduce((sum, node) => sum + countLetters($(node).text()), 0);
    text ||= letters > fewLetters;
    for (const node of shown) $(node).remove();
  }
  const deleted = $('body del').toArray();
  for (const element of deleted) $(element).remove();
  const visit = (nodes: readonly AnyNode[]) => {
    for (const node of nodes) {
      if (isComment(node)) text ||= isSentence(node.data);
      else if (isTag(node)) visit(node.children);
    }
  };
  visit(
    $.root()
      .toArray()
      .flatMap((root) => root.children),
  );
  return { text, deletions: deleted.length };
}
