import { DateTime, Duration } from 'luxon';
import type { SimEvent } from '../protocol.ts';
import type { Simulator } from '../simulator.ts';
import { playStory } from '../story-player.ts';
import type { ClockView, DemoState, Language, PageEvent, StoryView } from './playground-protocol.ts';
import type { PlaygroundOptions } from './start-playground.ts';

/** How long the chats must be still before the clock is read again, in ms. */
const STILL_MS = 400;
/** How often a moving clock is read, in ms. */
const TICK_MS = 250;

/** Something else is going on: the clock moves, or everything begins anew. */
export class BusyError extends Error {}

/** The state of the demo behind the page: one thing at a time, every change told to those who listen. */
export class Demo {
  private readonly listeners = new Set<(event: PageEvent) => void>();
  private clock: ClockView = { now: new Date(0).toISOString(), next: null, isMoving: false };
  private storyState: StoryView['state'] = 'idle';
  private chapter = -1;
  private isResetting = false;
  /** The people's, and the page's that asked last. */
  private language: Language = 'vi';
  private wanted: Language = 'vi';
  /** Nobody has written or tapped since all began. */
  private isUntouched = true;
  private telling: { stop: AbortController; end: Promise<void> } | undefined;
  private still: NodeJS.Timeout | undefined;
  private unwatch: (() => void) | undefined;
  private sim: Simulator | undefined;

  private readonly options: PlaygroundOptions;

  constructor(options: PlaygroundOptions) {
    this.options = options;
  }

  /** Relays the simulator's changes to the page. */
  watch(sim: Simulator): void {
    this.sim = sim;
    this.unwatch = sim.on('event', (event) => {
      this.tell({ type: 'sim', event });
      if (isDeed(event)) this.isUntouched = false;
      clearTimeout(this.still);
      if (this.clock.isMoving || this.isResetting) return;
      this.still = setTimeout(() => void this.refresh().catch(() => {}), STILL_MS);
    });
  }

  subscribe(listener: (event: PageEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  view(): DemoState {
    const captions = this.options.story.chapters.map(({ caption }) => caption);
    return {
      clock: this.clock,
      story: { state: this.storyState, chapter: this.chapter, captions },
      cast: this.options.cast(),
      isResetting: this.isResetting,
    };
  }

  /** The people have been greeted: what they wrote for that was no visitor's. */
  async ready(): Promise<void> {
    this.isUntouched = true;
    await this.refresh();
  }

  /** Reads the clock and tells the page everything. */
  async refresh(): Promise<void> {
    const [now, next] = await Promise.all([this.options.clock.now(), this.options.clock.next()]);
    this.clock = { ...this.clock, now, next };
    this.tellState();
  }

  /** Moves business time by an ISO duration; resolves when all is quiet. */
  async advance(iso: string): Promise<void> {
    if (!Duration.fromISO(iso).isValid) throw new Error(`"${iso}" is not an ISO 8601 duration such as PT1H`);
    if (this.clock.isMoving || this.isResetting) throw new BusyError('the clock is moving already');
    this.clock = { ...this.clock, isMoving: true };
    this.tellState();
    const tick = setInterval(() => void this.refresh().catch(() => {}), TICK_MS);
    try {
      await this.options.clock.advance(iso);
    } finally {
      clearInterval(tick);
      this.clock = { ...this.clock, isMoving: false };
      await this.refresh();
    }
    await this.followLanguage();
  }

  /** Moves business time to the next thing due; nothing happens when nothing is. */
  async advanceToNext(): Promise<void> {
    await this.refresh();
    const { now, next } = this.clock;
    if (next === null) return;
    const seconds = Math.ceil(DateTime.fromISO(next).diff(DateTime.fromISO(now)).as('seconds'));
    await this.advance(`PT${Math.max(seconds, 1)}S`);
  }

  /**
   * Everyone speaks a language from now on, as the page does; where nothing has been done yet all begins anew in it, so that what
   * stands in the chats is of that language too. What goes on ends in its own.
   */
  async speak(language: Language): Promise<void> {
    this.wanted = language;
    await this.followLanguage();
  }

  private async followLanguage(): Promise<void> {
    const { wanted } = this;
    const isBusy = this.clock.isMoving || this.isResetting || this.storyState === 'playing';
    if (wanted === this.language || isBusy) return;
    if (this.isUntouched) return this.reset(wanted);
    this.language = wanted;
    await this.options.speak(wanted);
  }

  /** Begins anew; a story that is being told ends. */
  async reset(language: Language): Promise<void> {
    await this.stop();
    await this.begin(language);
    this.storyState = 'idle';
    this.chapter = -1;
    this.tellState();
    await this.followLanguage();
  }

  /** Begins anew and tells the story; resolves when it has begun. */
  async play(language: Language): Promise<void> {
    await this.stop();
    await this.begin(language);
    const stop = new AbortController();
    this.storyState = 'playing';
    this.telling = { stop, end: this.tellStory(language, stop.signal) };
  }

  /** Ends the story where it is. */
  async stop(): Promise<void> {
    this.telling?.stop.abort();
    await this.telling?.end;
    this.telling = undefined;
  }

  async close(): Promise<void> {
    await this.stop();
    this.unwatch?.();
    clearTimeout(this.still);
  }

  private async begin(language: Language): Promise<void> {
    if (this.clock.isMoving || this.isResetting)
      throw new BusyError('please wait until the clock has stopped');
    this.isResetting = true;
    this.language = language;
    this.wanted = language;
    this.chapter = -1;
    this.tellState();
    try {
      await this.options.reset(language);
    } finally {
      this.isResetting = false;
      await this.ready();
    }
  }

  private async tellStory(language: Language, signal: AbortSignal): Promise<void> {
    const { story, cast } = this.options;
    const stage = {
      sim: this.sim!,
      cast: cast(),
      language,
      signal,
      pace: this.options.pace ?? 1,
      now: () => this.clock.now,
      advance: (iso: string) => (iso === 'next' ? this.advanceToNext() : this.advance(iso)),
      tell: (event: PageEvent) => this.tell(event),
      turn: (chapter: number) => {
        this.chapter = chapter;
        this.tellState();
      },
    };
    try {
      await playStory(story, stage);
      this.storyState = 'done';
    } catch (cause) {
      this.storyState = signal.aborted ? 'stopped' : 'failed';
      if (!signal.aborted) story.onFailure?.(cause);
    }
    this.tellState();
    await this.followLanguage();
  }

  private tellState(): void {
    this.tell({ type: 'state', state: this.view() });
  }

  private tell(event: PageEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}

/** What a person did. */
const isDeed = (event: SimEvent): boolean =>
  event.type === 'tap' || (event.type === 'message' && !event.message.fromBot);
