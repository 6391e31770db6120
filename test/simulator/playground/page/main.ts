import type { PhoneSide } from '../playground-protocol.ts';
import { CastDrawer } from './cast.ts';
import { Panel } from './panel.ts';
import { Phone } from './phone.ts';
import { languageNow, say, speak } from './words.ts';
import { World } from './world.ts';

const world = new World();
const place = (id: string): HTMLElement => document.getElementById(id)!;

const phones: Record<PhoneSide, Phone> = {
  left: new Phone(
    world,
    place('left'),
    () => say('left'),
    () => drawer.open(),
  ),
  right: new Phone(
    world,
    place('right'),
    () => say('right'),
    () => drawer.open(),
  ),
};
const drawer = new CastDrawer(
  world,
  place('cast'),
  (side, shown) => phones[side].show(shown),
  (side) => phones[side].userId,
);
const panel = new Panel(world, place('panel'), () => drawer.open(), render);

function render(): void {
  giveOut();
  panel.render();
  phones.left.render();
  phones.right.render();
}

/** Gives the phones to the people whom the cast names first, and again when a reset brought other people. */
function giveOut(): void {
  const cast = world.demo?.cast;
  if (!cast || !world.sim) return;
  for (const [i, side] of (['left', 'right'] as const).entries()) {
    const holder = phones[side].userId;
    if (holder !== undefined && world.user(holder)) continue;
    const first = cast.people.find(({ key }) => key === cast.phones[i]);
    if (first && world.user(first.userId)) phones[side].show({ userId: first.userId, chatId: first.userId });
  }
}

world.listen({
  changed: render,
  toast: (userId, toast) => {
    for (const phone of Object.values(phones)) phone.toast(userId, toast);
  },
  show: (wanted) => {
    for (const side of ['left', 'right'] as const) {
      const shown = wanted[side];
      if (shown) phones[side].show(shown);
    }
  },
  gesture: (gesture) => {
    for (const phone of Object.values(phones)) phone.gesture(gesture);
  },
  isOnline: (isOnline) => panel.online(isOnline),
});
speak(languageNow());
world.open();
panel.askForLanguage();
