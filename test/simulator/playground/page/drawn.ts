import { languageNow } from './words.ts';

/** Remembers what an element was drawn from; one replaced between press and release of the mouse would lose the click. */
export class Drawn {
  private readonly from = new Map<Element, string>();

  /** Fills an element unless it shows the same in the same language already. */
  once(element: Element, from: unknown, draw: () => (Node | string)[]): void {
    const key = `${languageNow()} ${JSON.stringify(from)}`;
    if (this.from.get(element) === key) return;
    this.from.set(element, key);
    element.replaceChildren(...draw());
  }
}
