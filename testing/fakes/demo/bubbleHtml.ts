import { escaped } from './formatted.ts';
import type { Bubble, Button } from './phone.ts';
import { demoTexts as texts } from './texts.ts';

/** A bubble as a list item, by which the page tells whether it has changed. */
export function bubbleHtml(bubble: Bubble): string {
  const { key, side, name, words, above, picture, file, buttons, isDraft } = bubble;
  const inner = [
    name === null ? '' : `<b class="name">${escaped(name)}</b>`,
    above === null ? '' : `<div class="above">${escaped(above)}</div>`,
    picture === null
      ? ''
      : `<a href="${picture}" target="_blank"><img src="${picture}" alt="${texts.picture}" loading="lazy"></a>`,
    file === null ? '' : fileHtml(file),
    words === '' ? '' : `<div class="words">${words}</div>`,
    footHtml(bubble),
  ].join('');
  const tools = toolsHtml(bubble);
  const rows = buttons
    .map(
      (row, index) => `<div class="row">${row.map((one, at) => buttonHtml(one, index, at)).join('')}</div>`,
    )
    .join('');
  const keyboard = rows === '' ? '' : `<div class="buttons">${rows}</div>`;
  const classes = ['message', side, ...(isDraft ? ['draft'] : [])].join(' ');
  return `<li class="${classes}" data-key="${escaped(key)}"><div class="bubble">${inner}</div>${keyboard}${tools}</li>`;
}

function fileHtml({ url, name, bytes }: NonNullable<Bubble['file']>): string {
  const size =
    bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  const href = `${url}?name=${encodeURIComponent(name)}`;
  return `<a class="file" href="${href}" download><span aria-hidden="true">⬇</span><span><b>${escaped(name)}</b><small>${size}</small></span></a>`;
}

const stateSigns = { waiting: '◷', received: '✓✓', unheard: '–' } as const;

function footHtml({ marks, time, state, reactions, isDraft }: Bubble): string {
  const shown = reactions.map((emoji) => `<span class="reaction">${escaped(emoji)}</span>`).join('');
  const said = isDraft ? [texts.writing] : [...marks, time];
  const words = state === 'waiting' || state === 'unheard' ? ` ${texts[state]}` : '';
  const sign =
    state === null
      ? ''
      : `<span class="state ${state}" title="${texts[state]}">${stateSigns[state]}${words}</span>`;
  return `<div class="foot">${shown}<span>${said.map(escaped).join(' · ')}</span>${sign}</div>`;
}

function toolsHtml({ canEdit, canReact, reactions }: Bubble): string {
  if (canEdit) return `<div class="tools"><button type="button" data-edit>${texts.edit}</button></div>`;
  if (!canReact) return '';
  const buttons = ['👍', '👎', '❤'].map((emoji) => {
    const isSet = reactions.includes(emoji);
    const label = isSet ? texts.unreact(emoji) : texts.react(emoji);
    return `<button type="button" data-react="${isSet ? '' : emoji}" aria-label="${label}" title="${label}">${emoji}</button>`;
  });
  return `<div class="tools">${buttons.join('')}</div>`;
}

function buttonHtml(button: Button, row: number, column: number): string {
  const label = escaped(button.label);
  switch (button.kind) {
    case 'link':
      return `<a class="button" href="${escaped(button.url)}" target="_blank" rel="noopener noreferrer">${label} ↗</a>`;
    case 'copy':
      return `<button type="button" data-copy="${escaped(button.text)}">${label} ⧉</button>`;
    case 'write':
      return `<button type="button" data-write="${escaped(button.text)}">${label}</button>`;
    case 'press':
      return `<button type="button" data-row="${row}" data-column="${column}">${label}</button>`;
    case 'other':
      return `<button type="button" disabled>${label}</button>`;
  }
}
