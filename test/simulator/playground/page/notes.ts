import type { SimToast } from '../../protocol.ts';
import { el } from './elements.ts';
import { say } from './words.ts';

const SHOWN_MS = 3_500;

/** What answers a tap: a toast that goes by itself, or a window that is closed by hand. */
export class Notes {
  readonly element = el('div', { class: 'notes', role: 'status', 'aria-live': 'assertive' });

  show({ text, show_alert }: Pick<SimToast, 'text' | 'show_alert'>): void {
    if (show_alert) this.showWindow(text);
    else this.showToast(text);
  }

  private showToast(text: string): void {
    const note = el('p', { class: 'toast' }, text);
    this.element.append(note);
    setTimeout(() => note.remove(), SHOWN_MS);
  }

  private showWindow(text: string): void {
    const before = document.activeElement;
    const close = () => {
      veil.remove();
      if (before instanceof HTMLElement) before.focus();
    };
    const button = el('button', { type: 'button', class: 'primary', onclick: close }, say('ok'));
    const box = el(
      'div',
      { class: 'alert', role: 'alertdialog', 'aria-label': text },
      el('p', {}, text),
      button,
    );
    const veil = el('div', { class: 'veil' }, box);
    veil.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close();
    });
    this.element.append(veil);
    button.focus();
  }
}
