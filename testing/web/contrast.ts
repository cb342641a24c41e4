import type { Locator } from 'playwright-core';

/**
 * Words inside `place` whose contrast with their ground is below 4.5 : 1, one line each. For what lies in the browser's top
 * layer, where axe-core sees several grounds at once and gives no verdict.
 */
export function paleWords(place: Locator): Promise<readonly string[]> {
  return place.evaluate((root) => {
    const numbers = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string) =>
      numbers(colour)
        .slice(0, 3)
        .map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
    const groundOf = (element: Element): string => {
      const { backgroundColor } = getComputedStyle(element);
      const opaque = (numbers(backgroundColor)[3] ?? 1) === 1;
      return opaque || element.parentElement === null ? backgroundColor : groundOf(element.parentElement);
    };
    const hasWords = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
    return [...root.querySelectorAll('*')].filter(hasWords).flatMap((element) => {
      const [dark = 0, light = 0] = [getComputedStyle(element).color, groundOf(element)]
        .map(luminance)
        .sort((one, other) => one - other);
      const ratio = (light + 0.05) / (dark + 0.05);
      return ratio < 4.5 ? [`${ratio.toFixed(2)} ${element.outerHTML.slice(0, 120)}`] : [];
    });
  });
}
