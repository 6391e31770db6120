import type { Update, UserFromGetMe } from '@grammyjs/types';
import type { Pending } from './chat-watch.ts';
import { resetWorld } from './control-api.ts';
import type { FaultRule } from './faults.ts';
import { layOut, type Past, takeDown } from './lay-out.ts';
import type { AddUserRequest, SimEvent, SimMessage, SimState } from './protocol.ts';
import type { SimContext } from './sim-context.ts';
import { SimGroup } from './sim-group.ts';
import { SimUser } from './sim-user.ts';
import { viewState } from './state-view.ts';

/** What the server has counted since the start or the last reset. */
export interface SimStats {
  /** Messages that got through. */
  sends: number;
  edits: number;
  /** Calls refused with 429 by the limits. */
  floods: number;
  /** Calls that met a fault. */
  faults: number;
  /** The same by kind; an error by its status: "error 502". */
  faultsMet: Map<string, number>;
  /** Most messages let through in any 1,000 ms. */
  maxPerSecond: number;
  /** Most messages asked for in any 1,000 ms, refused ones included. */
  maxAttemptedPerSecond: number;
  /** Messages that got through, by chat. */
  received: Map<number, number>;
  pendingUpdates: number;
}

/** A running simulated Telegram and its people. */
export class Simulator {
  readonly botUser: UserFromGetMe;
  /** Faults on demand. */
  readonly faults: { add: (rule: FaultRule) => void; clear: () => void };

  private readonly context: SimContext;
  private readonly pending: Pending;
  /** The API root for the bot. */
  readonly url: string;
  readonly token: string;
  private readonly shutDown: () => Promise<void>;

  constructor(
    context: SimContext,
    pending: Pending,
    url: string,
    token: string,
    shutDown: () => Promise<void>,
  ) {
    this.context = context;
    this.pending = pending;
    this.url = url;
    this.token = token;
    this.shutDown = shutDown;

    this.botUser = context.world.bot;
    this.faults = {
      add: (rule) => context.faults.add(rule),
      clear: () => context.faults.clear(),
    };
  }

  /** A new person; nobody has pressed Start yet. Throws when the id is taken. */
  addUser(given: AddUserRequest): SimUser {
    return this.user(this.context.world.addUser(given).user.id);
  }

  /** A person who exists already. */
  user(id: number): SimUser {
    this.context.world.user(id);
    return new SimUser(this.context, this.pending, id);
  }

  addGroup({ title, supergroup = false }: { title: string; supergroup?: boolean }): SimGroup {
    return new SimGroup(this.context, this.pending, this.context.world.addGroup(title, supergroup).id);
  }

  /** All messages of a chat in order, deleted ones included. */
  messages(chatId: number): SimMessage[] {
    return this.context.world.chat(chatId).messages;
  }

  /** The bytes of a file that was sent. */
  file(fileId: string): Buffer | undefined {
    return this.context.files.get(fileId)?.bytes;
  }

  /** Gives the bot a raw, perhaps forged, update; numbered unless it has a number. Returns the number. */
  injectUpdate(raw: Partial<Update>): number {
    return this.context.updates.inject(raw);
  }

  /** Gives the bot an update a second time under the same number. */
  duplicateUpdate(id: number): void {
    this.context.updates.duplicate(id);
  }

  /** The number of the last update made. */
  get lastUpdateId(): number {
    return this.context.updates.lastId;
  }

  /** The number of the last event: give it to waitFor to see only what comes after. */
  mark(): number {
    return this.context.world.events.seq;
  }

  /** What stands in the chats, for another run to lay out. */
  takeDown(): Past {
    return takeDown(this.context);
  }

  /** Lays out what stood in another run's chats; throws when somebody is here already. */
  layOut(past: Past): void {
    layOut(this.context, past);
  }

  state(): SimState {
    return viewState(this.context);
  }

  stats(): SimStats {
    const { world, limits, faults, updates } = this.context;
    const { accepted, attempted } = limits.peaks();
    return {
      sends: world.sends,
      edits: world.edits,
      floods: limits.floods,
      faults: faults.hits,
      faultsMet: new Map(faults.met),
      maxPerSecond: accepted,
      maxAttemptedPerSecond: attempted,
      received: new Map(world.received),
      pendingUpdates: updates.pending.size,
    };
  }

  /** Forgets chats, messages, counts and faults, and people unless kept; commands, webhook and numbering stay. */
  reset({ keepUsers = false }: { keepUsers?: boolean } = {}): void {
    resetWorld(this.context, keepUsers);
  }

  /** Calls back for every change; returns the way to stop. */
  on(_type: 'event', listener: (event: SimEvent) => void): () => void {
    return this.context.world.events.subscribe(listener);
  }

  /** Cuts all connections and ends what waits. */
  close(): Promise<void> {
    return this.shutDown();
  }
}
