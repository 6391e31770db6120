import { startSimulator } from '../server.ts';
import type { Simulator } from '../simulator.ts';
import type { SimulatorOptions } from '../simulator-options.ts';
import type { Story } from '../story-shape.ts';
import { answerPage } from './answer-page.ts';
import { Demo } from './demo-state.ts';
import type { Cast, Language } from './playground-protocol.ts';

/** Business time of the app that is played with: ISO instants and ISO durations. */
export interface PlaygroundClock {
  now(): Promise<string>;
  /** Resolves when all is quiet. */
  advance(iso: string): Promise<void>;
  /** When something is next due; null when nothing is. */
  next(): Promise<string | null>;
}

/** What the page needs of the app behind it. `cast` is asked again after each reset. */
export interface PlaygroundOptions {
  simulator?: Omit<SimulatorOptions, 'pages'>;
  clock: PlaygroundClock;
  /** Begins anew, the cast's language being the given one; resolves when the bot may be written to. */
  reset(language: Language): Promise<void>;
  /** Gives the cast a language, in the chats that there are; they begin with Vietnamese. */
  speak(language: Language): Promise<void>;
  cast(): Cast;
  story: Story;
  /** How long the story's gestures and pauses last; 1. */
  pace?: number;
}

/** A simulator with its page. */
export interface Playground {
  sim: Simulator;
  url: string;
  /** Tells the page that the app and the cast are there. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a simulator whose page shows two phones, the story and the clock; rejects when the port is taken. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const demo = new Demo(options);
  const sim = await startSimulator({
    // Whoever tries it sits beside it.
    latency: false,
    ...options.simulator,
    pages: (request, response) => answerPage(demo, request, response),
  });
  demo.watch(sim);
  return {
    sim,
    url: sim.url,
    ready: () => demo.ready(),
    close: async () => {
      await demo.close();
      await sim.close();
    },
  };
}
