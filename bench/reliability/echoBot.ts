import { Bot } from 'grammy';

/** The peer: a bare grammY bot that says every message again. Its arguments are the server and the token; it prints `ready 0`. */
const [, , apiRoot = '', token = ''] = process.argv;
const bot = new Bot(token, { client: { apiRoot } });
bot.on('message:text', (context) => context.reply(context.message.text));
await bot.start({ onStart: () => void process.stdout.write('ready 0\n') });
