type Handler = (event: Event) => void;
type Attributes = Record<string, string | number | boolean | Handler | undefined>;

/** What an element may hold; null and false leave nothing. */
export type Child = Node | string | null | false | undefined;

/** Makes an element: functions become listeners ("onclick"), booleans are set or left out, texts stay texts. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (typeof value === 'boolean') element.toggleAttribute(name, value);
    else if (value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...present(children));
  return element;
}

/** The children that are there. */
export function present(children: Child[]): (Node | string)[] {
  return children.filter(
    (child): child is Node | string => child !== null && child !== undefined && child !== false,
  );
}

const PATHS = {
  attach: 'M8 12.5l6-6a2.800 2.800 0 0 1 4 4l-8 8a4.500 4.500 0 0 1-6.400-6.400L11 4.700',
  back: 'M15 5l-7 7 7 7',
  bell: 'M6 16h12l-1.5-2.5V10a4.5 4.5 0 0 0-9 0v3.5zM10 19h4M4 4l16 16',
  chat: 'M5 6h14v10H11l-4 3.5V16H5z',
  check: 'M5 12.5l4.5 4.5L19 7',
  chevron: 'M9 5l7 7-7 7',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 2',
  close: 'M6 6l12 12M18 6L6 18',
  commands: 'M5 7h14M5 12h14M5 17h9',
  file: 'M7 4h7l4 4v12H7zM14 4v4h4',
  forward: 'M5 6l7 6-7 6zM13 6l7 6-7 6z',
  link: 'M8 16L17 7M10 7h7v7',
  lock: 'M7 11h10v8H7zM9 11V8.5a3 3 0 0 1 6 0V11',
  people:
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 19c0-3 2.5-5 5.5-5s5.5 2 5.5 5M16 5.5a3 3 0 0 1 0 5.5M17 14c2.2.6 3.5 2.400 3.500 5',
  play: 'M8 5.500v13l11-6.500z',
  reset: 'M5 12a7 7 0 1 0 2.500-5.400M5 4v4h4',
  send: 'M4 12l16-7-5 15-3.500-6z',
  stop: 'M7 7h10v10H7z',
  swap: 'M5 9h13l-3.500-3.500M19 15H6l3.500 3.500',
  warn: 'M12 4.500l8.500 15h-17zM12 10v4M12 16.800v.2',
} as const;

const SVG = 'http://www.w3.org/2000/svg';

/** A line drawing, hidden from screen readers unless it has a label. */
export function icon(name: keyof typeof PATHS, label?: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon icon-${name}`);
  if (label === undefined) svg.setAttribute('aria-hidden', 'true');
  else {
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', label);
    const title = document.createElementNS(SVG, 'title');
    title.textContent = label;
    svg.append(title);
  }
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
