// The phones as the person's side of each chat. All words come from the server as safe HTML; this file puts them in place.

const byId = (id) => document.getElementById(id);
const phones = new Map();
const INLINE_AFTER_MS = 400;
const REFRESH_MS = 3000;
const sendWords = {
  voice: 'Gửi tin thoại',
  sticker: 'Gửi nhãn dán',
  unsupported: 'Gửi nội dung Zalo không chuyển',
  follow: 'Quan tâm OA',
  'share-info': 'Chia sẻ thông tin (số điện thoại)',
};

const post = async (path, body) => {
  const isForm = body instanceof FormData;
  const response = await fetch(path, {
    method: 'POST',
    ...(isForm ? { body } : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  if (!response.ok) console.error(await response.text());
};

const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

/** One phone on the page. */
class Phone {
  constructor(about) {
    this.about = about;
    this.root = byId('phone').content.firstElementChild.cloneNode(true);
    this.root.id = `phone-${about.id}`;
    this.root.dataset.app = about.id;
    this.find = (selector) => this.root.querySelector(selector);
    this.find('h2').textContent = about.app;
    this.find('.messages').setAttribute('aria-label', `Tin nhắn trên ${about.app}`);
    this.person = this.find('.person');
    this.chat = this.find('.chat');
    this.text = this.find('textarea');
    this.shown = new Map();
    this.seenNotice = null;
    this.editing = null;
    this.person.append(...about.people.map(({ key, name }) => new Option(name, key)));
    this.chat.append(...about.chats.map(({ key, title }) => new Option(title, key)));
    const file = this.find('.attach input');
    if (!about.takesFiles) file.accept = 'image/*';
    this.listen(file);
  }

  get target() {
    return { phone: this.about.id, person: this.person.value, chat: this.chat.value };
  }

  act(deed) {
    return post('/deed', { ...this.target, deed });
  }

  say(text) {
    if (text.trim() !== '') this.act({ do: 'say', text: text.trim() });
  }

  listen(file) {
    for (const select of [this.person, this.chat]) select.addEventListener('change', () => this.turnTo());
    this.find('form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.send();
    });
    this.text.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.send();
    });
    this.text.addEventListener('input', () => {
      this.text.style.height = 'auto';
      this.text.style.height = `${this.text.scrollHeight}px`;
      this.askInline();
    });
    file.addEventListener('change', async () => {
      for (const one of file.files) {
        const form = new FormData();
        for (const [name, value] of Object.entries(this.target)) form.set(name, value);
        form.set('file', one);
        form.set('picture', String(one.type.startsWith('image/')));
        await post('/file', form);
      }
      file.value = '';
    });
    this.find('.cancel').addEventListener('click', () => this.edit(null, ''));
    this.root.addEventListener('click', (event) => this.click(event));
  }

  send() {
    const text = this.text.value.trim();
    if (text === '') return;
    if (this.editing === null) this.say(text);
    else this.act({ do: 'edit', message: this.editing, text });
    this.edit(null, '');
  }

  edit(key, text) {
    this.editing = key;
    this.find('.editing').hidden = key === null;
    this.text.value = text;
    this.text.style.height = 'auto';
    if (key !== null) this.text.focus();
  }

  /** As the app does: the bot's name first and then what is looked for. */
  askInline() {
    clearTimeout(this.waiting);
    const query = /^@dat_chuan_bot\s+(.+)$/s.exec(this.text.value)?.[1];
    if (this.about.id !== 'telegram' || query === undefined) return;
    this.waiting = setTimeout(() => this.act({ do: 'ask-inline', query }), INLINE_AFTER_MS);
  }

  click(event) {
    const button = event.target.closest('button');
    if (button === null) return;
    const key = button.closest('[data-key]')?.dataset.key;
    const { say, row, column, copy, write, react, result, kind } = button.dataset;
    if (button.classList.contains('unfold')) {
      const isOpen = button.parentElement.classList.toggle('open');
      button.setAttribute('aria-expanded', String(isOpen));
    } else if (say !== undefined) this.say(say);
    else if (row !== undefined)
      this.act({ do: 'press', message: key, row: Number(row), column: Number(column) });
    else if (copy !== undefined) this.copy(copy);
    else if (write !== undefined) this.edit(null, write);
    else if (react !== undefined) this.act({ do: 'react', message: key, emoji: react === '' ? null : react });
    else if (result !== undefined) {
      this.act({ do: 'choose-inline', result });
      this.edit(null, '');
    } else if (kind !== undefined) this.act({ do: 'send', kind });
    else if ('edit' in button.dataset)
      this.edit(key, button.closest('[data-key]').querySelector('.words').textContent);
    else if ('sharePhone' in button.dataset) this.act({ do: 'share-phone' });
    else if ('block' in button.dataset) this.act({ do: 'block', blocked: button.dataset.block === 'true' });
    if (button.closest('.menu')) this.find('.menu').open = false;
  }

  copy(text) {
    navigator.clipboard?.writeText(text).catch(() => undefined);
    this.notify(`Đã chép: ${text}`);
  }

  notify(text) {
    const notice = this.find('.notice');
    notice.textContent = text;
    notice.hidden = false;
    clearTimeout(this.fading);
    this.fading = setTimeout(() => {
      notice.hidden = true;
    }, 5000);
  }

  async turnTo() {
    this.find('.messages').replaceChildren();
    this.shown.clear();
    this.seenNotice = undefined;
    this.edit(null, '');
    await this.refresh();
  }

  async refresh() {
    const { target } = this;
    const response = await fetch(`/screen?${new URLSearchParams(target)}`);
    if (!response.ok || JSON.stringify(target) !== JSON.stringify(this.target)) return;
    const screen = await response.json();
    this.showMessages(screen.bubbles);
    const isEmpty = screen.bubbles.length === 0;
    this.find('.messages').classList.toggle('empty', isEmpty);
    const typing = this.find('.typing');
    typing.hidden = !screen.isTyping;
    clearTimeout(this.again);
    // Both signs go away by themselves.
    if (screen.isTyping || this.find('.draft') !== null) this.again = setTimeout(() => this.refresh(), 1500);
    this.text.placeholder = screen.placeholder;
    this.showKeys(screen.keys);
    this.showMenu(screen);
    this.showInline(screen.inline);
    const notice = screen.notice?.key ?? null;
    if (notice !== null && this.seenNotice !== undefined && notice !== this.seenNotice)
      this.notify(screen.notice.text);
    this.seenNotice = notice;
  }

  showMessages(bubbles) {
    const list = this.find('.messages');
    const wasAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
    const keys = new Set(bubbles.map(({ key }) => key));
    for (const item of [...list.children]) {
      if (keys.has(item.dataset.key)) continue;
      item.remove();
      this.shown.delete(item.dataset.key);
    }
    let isNew = false;
    for (const [index, { key, html }] of bubbles.entries()) {
      if (this.shown.get(key) === html) continue;
      const holder = document.createElement('template');
      holder.innerHTML = html;
      const item = holder.content.firstElementChild;
      const old = list.querySelector(`[data-key="${CSS.escape(key)}"]`);
      if (old === null) {
        list.insertBefore(item, list.children[index] ?? null);
        isNew = true;
      } else old.replaceWith(item);
      this.shown.set(key, html);
      for (const picture of item.querySelectorAll('img'))
        picture.addEventListener('load', () => wasAtEnd && this.toEnd(), { once: true });
    }
    if (wasAtEnd || isNew) this.toEnd();
    for (const folded of list.querySelectorAll('blockquote.folded:not(.open)'))
      folded.classList.toggle(
        'whole',
        folded.firstElementChild.scrollHeight <= folded.firstElementChild.clientHeight + 2,
      );
  }

  toEnd() {
    const list = this.find('.messages');
    list.scrollTop = list.scrollHeight;
  }

  showKeys(keys) {
    const box = this.find('.keys');
    box.hidden = keys.length === 0;
    box.replaceChildren(
      ...keys.map(({ label, asksForPhone }) => {
        const button = element('button', {
          type: 'button',
          textContent: asksForPhone ? `📞 ${label}` : label,
        });
        if (asksForPhone) button.dataset.sharePhone = '';
        else button.dataset.say = label;
        return button;
      }),
    );
  }

  showMenu({ commands, isBlocked, canBlock }) {
    const entry = (label, data, more) => {
      const button = element('button', { type: 'button' }, element('b', { textContent: label }));
      if (more !== undefined) button.append(element('small', { textContent: more }));
      Object.assign(button.dataset, data);
      return button;
    };
    this.find('.sheet').replaceChildren(
      ...commands.map(({ command, description }) =>
        entry(`/${command}`, { say: `/${command}` }, description),
      ),
      ...this.about.sends.map((kind) => entry(sendWords[kind], { kind })),
      ...(canBlock ? [entry(isBlocked ? 'Bỏ chặn bot' : 'Chặn bot', { block: String(!isBlocked) })] : []),
    );
    this.root.classList.toggle('blocked', isBlocked);
  }

  showInline(results) {
    const list = this.find('.inline');
    list.hidden = results.length === 0;
    list.replaceChildren(
      ...results.map(({ id, title, line }) => {
        const button = element(
          'button',
          { type: 'button' },
          element('b', { textContent: title }),
          element('small', { textContent: line }),
        );
        button.dataset.result = id;
        return element('li', {}, button);
      }),
    );
  }

  showLink(isConnected) {
    const link = this.find('.link');
    link.textContent = isConnected ? 'Sản phẩm đang nhận tin' : 'Sản phẩm chưa chạy – tin nhắn sẽ chờ';
    link.classList.toggle('on', isConnected);
  }
}

async function refreshState() {
  const state = await fetch('/state')
    .then((response) => response.json())
    .catch(() => null);
  if (state === null) return;
  const problems = state.flatMap(({ app, problems: own }) => own.map((line) => ({ app, line })));
  byId('problem-count').textContent = String(problems.length);
  byId('problem-count').classList.toggle('bad', problems.length > 0);
  byId('no-problems').hidden = problems.length > 0;
  byId('problems').replaceChildren(
    ...problems
      .slice(-100)
      .map(({ app, line }) => element('li', {}, element('b', { textContent: app }), ` ${line}`)),
  );
  byId('calls').replaceChildren(
    ...state
      .flatMap(({ app, calls }) => calls.toReversed().map((call) => ({ app, ...call })))
      .map(({ app, method, line, code }) =>
        element(
          'tr',
          { className: code === 200 ? '' : 'bad' },
          ...[app, method, line, code === 200 ? 'được' : String(code)].map((textContent) =>
            element('td', { textContent }),
          ),
        ),
      ),
  );
  for (const { id, isConnected } of state) phones.get(id)?.showLink(isConnected);
}

/** The figures change with every call: not oftener than this. */
const planned = { timer: 0 };
function planState() {
  if (planned.timer !== 0) return;
  planned.timer = setTimeout(() => {
    planned.timer = 0;
    refreshState();
  }, 300);
}

for (const about of await (await fetch('/phones')).json()) {
  const phone = new Phone(about);
  phones.set(about.id, phone);
  byId('phones').append(phone.root);
  byId('tabs').append(element('a', { className: 'tab', href: `#phone-${about.id}`, textContent: about.app }));
}
const refreshAll = () => Promise.all([...phones.values()].map((phone) => phone.refresh()));
await refreshAll();
await refreshState();

const events = new EventSource('/events');
events.addEventListener('open', refreshAll);
events.addEventListener('message', ({ data }) => {
  for (const id of data.split(' ')) phones.get(id)?.refresh();
  planState();
});
setInterval(refreshState, REFRESH_MS);
document.documentElement.dataset.ready = 'true';
