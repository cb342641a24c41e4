import type { User } from 'grammy/types';
import type { FakeChat, FakeMessage, NewMessage, OtherContent, SayOptions } from './fakeMessage.ts';
import type { Person, World } from './fakeWorld.ts';
import { checkAlbum } from './storedFiles.ts';
import { asMessage, asRepliedTo, foundEntities } from './wire.ts';

/** A person and everything they can do in the app. */
export function createPerson(world: World, user: User, own: FakeChat): Person {
  let lastQuery = 0;
  const { queue } = world;

  const surroundings = (options: SayOptions | undefined): OtherContent => {
    const { replyTo, topic, forwardedFrom } = options ?? {};
    return {
      ...(replyTo === undefined ? {} : { reply_to_message: asRepliedTo(replyTo) }),
      ...(topic === undefined ? {} : { message_thread_id: topic, is_topic_message: true }),
      ...(forwardedFrom === undefined
        ? {}
        : { forward_origin: { type: 'user', date: world.now(0), sender_user: forwardedFrom } }),
    };
  };
  /** Writes a message and tells the bot of it. */
  const tell = (content: Omit<NewMessage, 'chat'>, options: SayOptions | undefined): FakeMessage => {
    const extra = { ...content.extra, ...surroundings(options) };
    const kept = world.keep({ ...content, chat: options?.in ?? own, extra }, user);
    if (typeof extra.message_thread_id === 'number') world.noteThread(kept.chat.id, extra.message_thread_id);
    const told = { ...kept, updateId: queue.push({ message: asMessage(kept) }) };
    world.replace(told);
    return told;
  };
  const memberChange = (chat: FakeChat, was: string, is: string) => {
    const member = (status: string) => ({
      status,
      user: world.bot,
      ...(status === 'kicked' ? { until_date: 0 } : {}),
    });
    const date = world.now(0);
    queue.push({
      my_chat_member: {
        chat,
        from: user,
        date,
        old_chat_member: member(was),
        new_chat_member: member(is),
      },
    });
    world.setBlocked(chat.id, is !== 'member');
  };
  const says: Person['says'] = (text, options) => tell({ text, entities: foundEntities(text) }, options);

  return {
    user,
    chat: own,
    says,
    starts(code) {
      if (code !== undefined && !/^[\w-]{1,64}$/.test(code))
        throw new Error('no deep link carries this code');
      return says(code === undefined ? '/start' : `/start ${code}`);
    },
    edits(message, text) {
      const known = world.history.find(message.chat.id, message.message_id) ?? message;
      const edited = { ...known, text, entities: foundEntities(text), editedAt: known.date + 60 };
      const updateId = queue.push({ edited_message: asMessage(edited) });
      world.replace({ ...edited, updateId: updateId ?? known.updateId });
    },
    sends(content, options) {
      tell({ extra: content }, options);
    },
    sendsFiles(sent, options) {
      checkAlbum(sent);
      const album = sent.length > 1 ? { media_group_id: `album-${world.nextMessageId()}` } : {};
      return sent.map((file) => {
        const message_id = world.nextMessageId();
        const content = world.storage.store(file, message_id);
        return tell({ message_id, extra: { ...album, ...content } }, options).message_id;
      });
    },
    speaks(seconds, options) {
      const message_id = world.nextMessageId();
      return tell({ message_id, extra: world.storage.storeVoice(seconds, message_id) }, options);
    },
    sharesPhone(phone_number, ownerId = user.id) {
      tell({ extra: { contact: { phone_number, first_name: 'An', user_id: ownerId } } }, undefined);
    },
    presses(message, button) {
      lastQuery += 1;
      const id = `query-${user.id}-${lastQuery}`;
      world.openQuery(id);
      const data = message.buttons.find(({ text }) => text === button)?.data ?? button;
      const chat_instance = String(message.chat.id);
      const known = world.history.find(message.chat.id, message.message_id) ?? message;
      queue.push({ callback_query: { id, from: user, message: asMessage(known), chat_instance, data } });
      return id;
    },
    reacts(message, emoji) {
      const known = world.history.find(message.chat.id, message.message_id) ?? message;
      const others = known.reactions.filter(({ by }) => by !== user.id);
      const asTypes = (reactions: FakeMessage['reactions']) =>
        reactions
          .filter(({ by }) => by === user.id)
          .map(({ emoji: shown }) => ({ type: 'emoji', emoji: shown }));
      const reactions = emoji === null ? others : [...others, { by: user.id, emoji }];
      world.replace({ ...known, reactions });
      const { chat, message_id } = known;
      queue.push({
        message_reaction: {
          chat,
          message_id,
          user,
          date: world.now(0),
          old_reaction: asTypes(known.reactions),
          new_reaction: asTypes(reactions),
        },
      });
    },
    asksInline(query, options = {}) {
      if (query.length > 256) throw new Error('an inline query holds up to 256 characters');
      lastQuery += 1;
      const id = `inline-${user.id}-${lastQuery}`;
      world.inlineQueries.set(id, { from: user, query, results: [] });
      const chat_type = options.in?.type ?? 'sender';
      queue.push({ inline_query: { id, from: user, query, offset: options.offset ?? '', chat_type } });
      return id;
    },
    choosesResult(queryId, resultId, options = {}) {
      const asked = world.inlineQueries.get(queryId);
      const result = asked?.results.find(({ id }) => id === resultId);
      if (asked === undefined || result === undefined) throw new Error(`no result ${resultId} was offered`);
      const { message_text } = (result.input_message_content ?? {}) as { readonly message_text?: unknown };
      const { text, entities = [] } = (result.fakeText ?? { text: String(message_text) }) as Pick<
        FakeMessage,
        'text' | 'entities'
      >;
      const { inline_keyboard: keyboard = [] } = (result.reply_markup ?? {}) as {
        readonly inline_keyboard?: FakeMessage['keyboard'];
      };
      const inline_message_id = keyboard.length === 0 ? null : `inline-message-${queryId}-${resultId}`;
      const chat = options.in ?? own;
      const kept = world.keep({ chat, text, entities, keyboard, extra: { via_bot: world.bot } }, user);
      if (inline_message_id !== null) world.inlineMessages.set(inline_message_id, kept);
      queue.push({
        chosen_inline_result: {
          result_id: resultId,
          from: user,
          query: asked.query,
          ...(inline_message_id === null ? {} : { inline_message_id }),
        },
      });
      return kept;
    },
    blocks: () => memberChange(own, 'member', 'kicked'),
    unblocks: () => memberChange(own, 'kicked', 'member'),
    removesBot: (group) => memberChange(group, 'member', 'left'),
    addsBot: (group) => memberChange(group, 'left', 'member'),
    opensTopic(name, forum) {
      const message_id = world.nextMessageId();
      const topic = { message_thread_id: message_id, is_topic_message: true };
      tell(
        { message_id, extra: { ...topic, forum_topic_created: { name, icon_color: 7_322_096 } } },
        { in: forum },
      );
      return message_id;
    },
  };
}
