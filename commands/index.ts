import { Composer } from 'grammy';
import type { BotContext } from '../src/telegram/context.ts';
import { bieumau } from './bieumau.ts';
import { cuoc } from './cuoc.ts';
import { cuoi } from './cuoi.ts';
import { dexuat } from './dexuat.ts';
import { thongbao } from './thongbao.ts';

/** All commands, in the order in which they see an update. A new one: its file, and its line here; `cuoi` stays last. */
export const handlers = new Composer<BotContext>();
handlers.use(dexuat, cuoc, thongbao, bieumau, cuoi);
