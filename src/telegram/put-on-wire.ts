import { type Api, InputFile } from 'grammy';
import type { MadeFile } from '../usecases/compose/index.ts';
import type { Claimed } from '../usecases/outbox/claim.ts';
import { cutPlain } from './fit.ts';
import type { Rendered } from './render.ts';

/** Characters that Telegram takes under a file. */
const MAX_CAPTION = 1024;

/** Edits a message, or sends a new one or a file with the text as its caption; the message's id. Throws as the client does. */
export async function putOnWire(
  api: Api,
  row: Claimed,
  { text, keyboard, protect, isPlain }: Rendered,
  file?: MadeFile,
): Promise<number | null> {
  const parsed = isPlain ? {} : { parse_mode: 'HTML' as const };
  const markup = { reply_markup: { inline_keyboard: keyboard } };
  if (row.editMessageId !== null) {
    await api.editMessageText(row.chatId, row.editMessageId, text, { ...parsed, ...markup });
    return row.editMessageId;
  }
  const options = {
    ...parsed,
    disable_notification: row.silent,
    protect_content: protect,
    ...(row.threadId === null ? {} : { message_thread_id: row.threadId }),
    ...(keyboard.length > 0 ? markup : {}),
  };
  if (file) {
    const upload = new InputFile(file.bytes, file.name);
    const captioned = { ...options, caption: isPlain ? cutPlain(text, MAX_CAPTION) : captionOf(text) };
    const sent = file.isPicture
      ? await api.sendPhoto(row.chatId, upload, captioned)
      : await api.sendDocument(row.chatId, upload, captioned);
    return sent.message_id;
  }
  const sent = await api.sendMessage(row.chatId, text, {
    ...options,
    link_preview_options: { is_disabled: true },
  });
  return sent.message_id;
}

/** Whole lines, so that no tag is cut in two; markup counts too, so that it is never too long for Telegram. */
export function captionOf(text: string): string {
  const lines = text.split('\n');
  while (lines.length > 1 && lines.join('\n').length > MAX_CAPTION) lines.pop();
  return lines.join('\n');
}
