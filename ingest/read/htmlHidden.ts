import type { CheerioAPI } from 'cheerio';
import { type AnyNode, type Element, isComment, isTag, isText } from 'domhandler';
import { countLetters } from '../letters.ts';

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

/**
 * Takes out of a page what its reader does not see: hidden by an attribute or a style of its own, without size, white on
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
