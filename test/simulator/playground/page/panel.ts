import type { DemoRequests, StoryView } from '../playground-protocol.ts';
import { demo } from './calls.ts';
import { clockPanel } from './clock-panel.ts';
import { Drawn } from './drawn.ts';
import { el, icon } from './elements.ts';
import { languageNow, say, speak } from './words.ts';
import type { World } from './world.ts';

/** The panel beside the phones: what this is, the story, the clock, and the switches. */
export class Panel {
  private readonly drawn = new Drawn();
  private problem = '';
  private isOnline = true;

  private readonly world: World;
  private readonly parent: HTMLElement;
  private readonly openCast: () => void;
  private readonly changed: () => void;

  constructor(world: World, parent: HTMLElement, openCast: () => void, changed: () => void) {
    this.world = world;
    this.parent = parent;
    this.openCast = openCast;
    this.changed = changed;
  }

  online(isOnline: boolean): void {
    this.isOnline = isOnline;
    this.render();
  }

  render(): void {
    const state = this.world.demo;
    if (!state) return;
    const isBusy = state.clock.isMoving || state.isResetting;
    document.body.classList.toggle('moving', isBusy);
    const focused = document.activeElement?.getAttribute('data-key');
    const { clock, story } = state;
    this.drawn.once(this.parent, [clock, story, isBusy, this.problem, this.isOnline], () => [
      this.brand(),
      el('p', { class: 'intro' }, say('intro')),
      this.storyPart(story, isBusy),
      clockPanel(clock, isBusy || story.state === 'playing', (path, body) => this.act(path, body)),
      this.switches(isBusy),
      el('p', { class: 'problem', role: 'alert' }, this.isOnline ? this.problem : say('offline')),
    ]);
    if (focused) this.parent.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
  }

  /** The people on the phones are to be spoken to as the page speaks. */
  askForLanguage(): void {
    this.act('/demo/language', { language: languageNow() });
  }

  private brand(): HTMLElement {
    const language = languageNow();
    const pick = (code: 'vi' | 'en', name: string) =>
      el(
        'button',
        {
          type: 'button',
          lang: code,
          'data-key': `language-${code}`,
          'aria-pressed': String(language === code),
          'aria-label': name,
          onclick: () => {
            speak(code);
            this.changed();
            this.askForLanguage();
          },
        },
        code.toUpperCase(),
      );
    return el(
      'header',
      { class: 'brand' },
      el('img', { src: '/page/logo.svg', alt: '' }),
      el('div', {}, el('h1', {}, say('title')), el('p', {}, say('tagline'))),
      el('div', { class: 'languages', role: 'group' }, pick('vi', 'Tiếng Việt'), pick('en', 'English')),
    );
  }

  private storyPart(story: StoryView, isBusy: boolean): HTMLElement {
    const isPlaying = story.state === 'playing';
    const label = isPlaying ? 'stop' : story.state === 'idle' ? 'play' : 'again';
    const button = el(
      'button',
      {
        type: 'button',
        class: isPlaying ? 'play playing' : 'play',
        'data-key': 'play',
        disabled: isBusy && !isPlaying,
        onclick: () => this.act('/demo/story', { play: !isPlaying, language: languageNow() }),
      },
      icon(isPlaying ? 'stop' : 'play'),
      say(label),
    );
    return el(
      'section',
      { class: 'story', 'aria-label': say('story') },
      button,
      this.caption(story),
      steps(story),
    );
  }

  private caption(story: StoryView): HTMLElement {
    const now = story.state === 'playing' ? story.captions[story.chapter] : undefined;
    const words = {
      idle: 'storyIdle',
      playing: 'resetting',
      done: 'storyDone',
      stopped: 'storyStopped',
      failed: 'storyFailed',
    } as const;
    return el(
      'p',
      { class: 'caption', role: 'status', 'aria-live': 'polite' },
      now
        ? el('span', { class: 'step' }, say('step', { n: story.chapter + 1, of: story.captions.length }))
        : null,
      now ? now[languageNow()] : say(this.world.demo?.isResetting ? 'resetting' : words[story.state]),
    );
  }

  private switches(isBusy: boolean): HTMLElement {
    const reset = () => this.act('/demo/reset', { language: languageNow() });
    return el(
      'div',
      { class: 'switches' },
      el(
        'button',
        { type: 'button', 'data-key': 'cast', onclick: this.openCast },
        icon('people'),
        say('cast'),
      ),
      el(
        'button',
        { type: 'button', 'data-key': 'reset', disabled: isBusy, onclick: reset },
        icon('reset'),
        say('reset'),
      ),
    );
  }

  private act<P extends keyof DemoRequests>(path: P, body: DemoRequests[P]): void {
    this.problem = '';
    demo(path, body).catch((cause: Error) => {
      this.problem = say('failed', { why: cause.message });
      this.render();
    });
  }
}

function steps({ state, chapter, captions }: StoryView): HTMLElement {
  const reached = state === 'done' ? captions.length : chapter;
  const bars = captions.map((_, i) =>
    el('li', { class: i < reached ? 'past' : i === reached && state === 'playing' ? 'present' : '' }),
  );
  return el('ol', { class: 'steps', 'aria-hidden': 'true' }, ...bars);
}
