import type { BotCommand } from '@grammyjs/types';
import { Drawn } from './drawn.ts';
import { el, icon } from './elements.ts';
import { say } from './words.ts';

/** The field to write in, with the menu of commands and a clip for files; Enter sends. */
export class Composer {
  readonly element = el('form', { class: 'composer', onsubmit: (event) => this.submit(event) });
  private readonly field = el('textarea', { rows: 1, maxlength: 4096 });
  private readonly menu = el('div', { class: 'commands', hidden: true });
  private readonly opener = el('button', { type: 'button', class: 'opener', 'aria-expanded': 'false' });
  private readonly sender = el('button', { type: 'submit', class: 'sender' }, icon('send'));
  private readonly picker = el('input', { type: 'file', hidden: true });
  private readonly attacher = el('button', { type: 'button', class: 'attacher' }, icon('attach'));
  private readonly starter = el('button', { type: 'button', class: 'starter' });
  private readonly drawn = new Drawn();
  private typing: ReturnType<typeof setInterval> | undefined;

  private readonly write: (text: string) => void;
  private readonly attach: (file: File) => void;

  constructor(write: (text: string) => void, attach: (file: File) => void) {
    this.write = write;
    this.attach = attach;

    this.field.addEventListener('keydown', (event) => this.key(event));
    this.field.addEventListener('input', () => this.grow());
    this.opener.addEventListener('click', () => this.toggle(this.menu.hidden));
    this.starter.addEventListener('click', () => this.write('/start'));
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.menu.hidden) return;
      this.toggle(false);
      this.opener.focus();
    });
    this.attacher.addEventListener('click', () => this.picker.click());
    this.picker.addEventListener('change', () => this.pick());
    this.element.append(this.menu, this.opener, this.field, this.attacher, this.picker);
    this.element.append(this.sender, this.starter);
  }

  render(commands: BotCommand[], isStarted: boolean): void {
    this.field.placeholder = say('write');
    this.field.setAttribute('aria-label', say('write'));
    this.sender.setAttribute('aria-label', say('send'));
    this.attacher.setAttribute('aria-label', say('attach'));
    this.opener.replaceChildren(icon('commands'), say('commands'));
    this.starter.textContent = say('start');
    this.element.classList.toggle('unstarted', !isStarted);
    this.drawn.once(this.menu, commands, () => this.items(commands));
  }

  private items(commands: BotCommand[]): HTMLElement[] {
    if (commands.length === 0) return [el('p', { class: 'none' }, say('noCommands'))];
    return commands.map(({ command, description }) =>
      el(
        'button',
        { type: 'button', class: 'command', onclick: () => this.choose(`/${command}`) },
        el('b', {}, `/${command}`),
        el('span', {}, description),
      ),
    );
  }

  /** Shows a text being typed within `ms`; it is sent by whoever asked for it. */
  pretend(text: string, ms: number): void {
    clearInterval(this.typing);
    const began = performance.now();
    this.typing = setInterval(() => {
      const share = (performance.now() - began) / ms;
      this.field.value = share >= 1 ? '' : text.slice(0, Math.ceil(text.length * share * 1.15));
      this.grow();
      if (share >= 1) clearInterval(this.typing);
    }, 40);
  }

  /** Shows a file being picked and named within `ms`; it is sent by whoever asked for it. */
  pretendFile(name: string, ms: number): void {
    this.attacher.classList.add('pressed');
    setTimeout(() => this.attacher.classList.remove('pressed'), ms);
    this.pretend(name, ms);
  }

  private toggle(isOpen: boolean): void {
    this.menu.hidden = !isOpen;
    this.opener.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) this.menu.querySelector('button')?.focus();
  }

  private choose(command: string): void {
    this.toggle(false);
    this.write(command);
    this.field.focus();
  }

  private key(event: KeyboardEvent): void {
    // While a Vietnamese input method composes, Enter belongs to it.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.submit(event);
  }

  private pick(): void {
    const file = this.picker.files?.[0];
    // The same file may be picked again once it is mended.
    this.picker.value = '';
    if (file) this.attach(file);
  }

  private submit(event: Event): void {
    event.preventDefault();
    const text = this.field.value.trim();
    if (text === '') return;
    this.field.value = '';
    this.grow();
    this.write(text);
  }

  private grow(): void {
    this.field.style.height = 'auto';
    this.field.style.height = `${Math.min(this.field.scrollHeight, 110)}px`;
  }
}
