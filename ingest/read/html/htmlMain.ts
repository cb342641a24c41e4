import type { Cheerio, CheerioAPI } from 'cheerio';
import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { countLetters } from '../../letters.ts';
import { type HiddenInPage, removeHidden } from './htmlHidden.ts';
import { isOfficial } from './htmlOfficial.ts';

/**
 * Finds the document inside a web page. The rule that comes before all others: a block that holds part of a
 * directive is never thrown away, whatever it is called, because a lost line is a wrong answer.
 */

/** Never text of a document. */
const noise =
  'script, style, noscript, template, svg, canvas, iframe, object, embed, audio, video, input, select, textarea, button, option, head, dialog';

const furniture =
  'nav, aside, footer, header, [role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=search]';

/** Class and id words of the blocks that press pages put around an article. */
const furnitureNames =
  /(?:^|[-_\s])(?:nav|navbar|navigation|menu|breadcrumbs?|share|sharing|social|related|lien-?quan|tin-?lien-?quan|comments?|binh-?luan|sidebar|side-bar|adv|ads|advert\w*|banner|quang-?cao|newsletter|subscribe|pagination|paging|cookie\w*|popup|modal|toolbar|tags?|tag-list|hot-?news|most-?read|xem-?nhieu|doc-?nhieu|rating|print|footer|masthead)(?:$|[-_\s])/i;

const candidates =
  'article, main, [role=main], [itemprop=articleBody], .article-content, .article-body, .post-content, .entry-content, .content-detail, .detail-content, .noidung, .noi-dung, .vanban, .toanvan, #toanvancontent, #divContentDoc';

/** Letters outside links: menus are made of links, documents are not. */
function ownLetters(block: Cheerio<Element>): number {
  let letters = 0;
  // Walked by hand: a selection within a block first sorts out the block's own children, for minutes where they are many.
  const visit = (nodes: readonly AnyNode[]) => {
    for (const node of nodes) {
      if (isText(node)) letters += countLetters(node.data);
      else if (isTag(node) && node.name !== 'a') visit(node.children);
    }
  };
  for (const element of block.toArray()) visit(element.children);
  return letters;
}

/**
 * The element that holds the document, with everything else taken out of the page, and what was
 * dropped because it does not show. Changes the loaded page.
 */
export function mainContent($: CheerioAPI): {
  readonly root: Cheerio<Element>;
  readonly hidden: HiddenInPage;
} {
  const hidden = removeHidden($);
  $(noise).remove();
  const body = $('body').first();
  const whole = ownLetters(body);

  const removeFurniture = () => {
    const named = $('body [class], body [id]').filter((_, element) =>
      furnitureNames.test(`${$(element).attr('class') ?? ''} ${$(element).attr('id') ?? ''}`),
    );
    for (const element of [...$(furniture).toArray(), ...named.toArray()]) {
      const block = $(element);
      // A name may lie (`class="print-content"` around everything): what is most of the page is no furniture.
      if (ownLetters(block) > whole * 0.3 || isOfficial($, block)) continue;
      if (block.find('h1').length > 0) continue;
      block.remove();
    }
  };
  removeFurniture();

  const total = ownLetters(body);
  const best = $(candidates)
    .toArray()
    .map((element) => $(element))
    .sort((a, b) => ownLetters(b) - ownLetters(a))[0];
  const isMost = best !== undefined && ownLetters(best) >= total * 0.5;
  if (best === undefined || !isMost) return { root: body, hidden };
  // What stands outside the article but speaks like a directive (its head, an annex) belongs to the document.
  best.attr('data-main', '');
  const rest = body.clone();
  rest.find('[data-main]').remove();
  return { root: isOfficial($, rest) ? body : best, hidden };
}
