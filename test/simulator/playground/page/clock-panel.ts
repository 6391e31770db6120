import type { ClockView, DemoRequests } from '../playground-protocol.ts';
import { el, icon } from './elements.ts';
import { clockOf, dayOf, instantOf } from './times.ts';
import { say } from './words.ts';

type Act = <P extends keyof DemoRequests>(path: P, body: DemoRequests[P]) => void;

/** Business time, what is next due, and the three ways forward. */
export function clockPanel(clock: ClockView, isBusy: boolean, act: Act): HTMLElement {
  const now = new Date(clock.now);
  const due =
    clock.next === null ? say('nothingDue') : say('nextDue', { at: instantOf(new Date(clock.next)) });
  const button = (key: string, label: string, disabled: boolean, onclick: () => void) =>
    el(
      'button',
      { type: 'button', 'data-key': key, disabled, onclick },
      key === 'next' && icon('forward'),
      label,
    );
  return el(
    'section',
    { class: 'clock', 'aria-label': say('clock') },
    el('h2', {}, icon('clock'), say('clock')),
    el('p', { class: 'now' }, el('strong', {}, clockOf(now)), el('span', {}, dayOf(now))),
    el('p', { class: 'due', role: 'status' }, clock.isMoving ? say('moving') : due),
    el(
      'div',
      { class: 'moves' },
      button('hour', say('hour'), isBusy, () => act('/demo/clock', { advance: 'PT1H' })),
      button('day', say('day'), isBusy, () => act('/demo/clock', { advance: 'P1D' })),
      button('next', say('next'), isBusy || clock.next === null, () => act('/demo/next', {})),
    ),
  );
}
