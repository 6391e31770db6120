import { inlineButtons } from '../simulator/keyboards.ts';
import type { SimEvent, SimMessage } from '../simulator/protocol.ts';
import type { Simulator } from '../simulator/simulator.ts';
import type { History, Said, Tapped, Typed } from './history.ts';

/** Writes down what stands in the chats and what people do, as it happens. */
export type Recorder = {
  chats(): Pick<History, 'said' | 'tapped' | 'typed'>;
  /** How many messages and edits have come so far. */
  count(): number;
};

/** Listens to a simulated Telegram; `toBusiness` turns an instant of now, wall ms, into business ms. */
export function openRecorder(sim: Simulator, toBusiness: (wallMs: number) => number): Recorder {
  const said: (Said & { message: SimMessage })[] = [];
  const tapped = new Map<string, Tapped>();
  const typed: Typed[] = [];
  let edits = 0;
  const note = (event: SimEvent): void => {
    if (event.type === 'edit') edits += 1;
    if (event.type === 'tap')
      tapped.set(event.queryId, { chatId: event.chatId, data: event.data, at: event.at });
    if (event.type === 'toast') noteToast(event);
    if (event.type !== 'message') return;
    const { chatId, message, at } = event;
    if (message.fromBot) said.push({ ...readMessage(message), at, businessAt: toBusiness(at), message });
    else typed.push({ chatId, text: message.text, at });
  };
  const noteToast = ({ queryId, toast, at }: SimEvent & { type: 'toast' }): void => {
    const tap = tapped.get(queryId);
    if (tap && tap.toldAt === undefined) Object.assign(tap, { toast: toast.text, toldAt: at });
  };
  sim.on('event', note);
  return {
    count: () => said.length + edits,
    chats: () => ({
      said: said.map(({ message, ...one }) => ({ ...one, finalText: message.text })),
      tapped: [...tapped.values()],
      typed,
    }),
  };
}

const readMessage = ({ chatId, message_id: messageId, text, reply_markup }: SimMessage) => ({
  ...{ chatId, messageId, text, finalText: text },
  buttons: inlineButtons(reply_markup).map((button) => ({
    label: button.text,
    data: 'callback_data' in button ? button.callback_data : '',
  })),
});
