import type { InlineKeyboardButton } from '@grammyjs/types';
import type { SimEvent, SimMessage } from '../protocol.ts';
import { rawCall } from '../raw-call.ts';
import type { Simulator } from '../simulator.ts';

const BUTTONS: InlineKeyboardButton[] = [
  { text: 'Đã tiếp nhận', callback_data: 'toast.1', style: 'primary' },
  { text: 'Thống nhất', callback_data: 'edit.1', style: 'success' },
  { text: 'Thu hồi', callback_data: 'alert.1', style: 'danger' },
  { text: 'Xem nội dung', callback_data: 'quiet.1' },
];

/** A bot for trying out the page without the product: repeats what it reads and shows every kind of message. Returns its end. */
export async function startEchoBot(sim: Simulator): Promise<() => void> {
  const commands = [
    { command: 'mau', description: 'Tin mẫu' },
    { command: 'im', description: 'Tin không chuông' },
  ];
  await rawCall(sim, 'setMyCommands', { commands });
  return sim.on('event', (event) => {
    void answer(sim, event);
  });
}

function answer(sim: Simulator, event: SimEvent): Promise<unknown> | undefined {
  if (event.type === 'message' && !event.message.fromBot && event.message.kind === 'text')
    return reply(sim, event.message);
  if (event.type === 'tap') return answerTap(sim, event);
  return undefined;
}

function reply(sim: Simulator, { chatId: chat_id, text }: SimMessage): Promise<unknown> {
  if (text === '/im')
    return rawCall(sim, 'sendMessage', { chat_id, text: 'Im lặng', disable_notification: true });
  if (text !== '/mau') return rawCall(sim, 'sendMessage', { chat_id, text: `Nghe: ${text}` });
  return rawCall(sim, 'sendMessage', {
    chat_id,
    parse_mode: 'HTML',
    protect_content: true,
    text: '<b>PH-2026-001</b> · giám sát <i>chuyên đề &lt;img src=x&gt;</i>\nXem /mau hoặc <a href="https://example.org/">trang</a>.',
    reply_markup: { inline_keyboard: BUTTONS.map((button) => [button]) },
  });
}

async function answerTap(sim: Simulator, tap: SimEvent & { type: 'tap' }): Promise<void> {
  const [kind] = tap.data.split('.');
  const text = kind === 'alert' ? 'Đề nghị đọc kỹ trước khi thu hồi.' : kind === 'quiet' ? '' : 'Đã ghi nhận';
  await rawCall(sim, 'answerCallbackQuery', {
    callback_query_id: tap.queryId,
    text,
    show_alert: kind === 'alert',
  });
  if (kind !== 'edit') return;
  const change = { chat_id: tap.chatId, message_id: tap.messageId, text: 'Đã thống nhất sơ bộ.' };
  await rawCall(sim, 'editMessageText', change);
}
