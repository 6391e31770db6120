import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '../simulator/playground/playground-protocol.ts';

/** Labels of the page itself. */
const PAGE = {
  vi: {
    cast: 'Nhân vật và nhóm',
    open: (who: string, side: string) => `Mở ${who} ở ${side}`,
    sides: { left: 'trái', right: 'phải' },
    hour: '+1 giờ',
    day: '+1 ngày',
    next: 'Tới việc kế tiếp',
    reset: 'Làm lại từ đầu',
  },
  en: {
    cast: 'People and groups',
    open: (who: string, side: string) => `Open ${who} on the ${side}`,
    sides: { left: 'left', right: 'right' },
    hour: '+1 hour',
    day: '+1 day',
    next: 'To the next due',
    reset: 'Start over',
  },
} as const;

/** How long a person waits for the bot, in ms. */
const PATIENCE_MS = 20_000;

/** A visitor's hand on one phone of the page: who holds it, what is written, tapped and read there. */
export class PageHand {
  private readonly phone: Locator;

  private readonly page: Page;
  private readonly side: 'left' | 'right';
  private readonly language: Language;

  constructor(page: Page, side: 'left' | 'right', language: Language) {
    this.page = page;
    this.side = side;
    this.language = language;

    this.phone = page.locator(`#${side}`);
  }

  /** Gives the phone to someone of the cast, or opens a group on it. */
  async give(who: string): Promise<void> {
    const { cast, open, sides } = PAGE[this.language];
    await this.page.getByRole('button', { name: cast, exact: true }).click();
    await this.page.getByRole('button', { name: open(who, sides[this.side]), exact: true }).click();
    await this.page.keyboard.press('Escape');
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  async write(text: string): Promise<void> {
    await this.phone.locator('textarea').fill(text);
    await this.phone.locator('textarea').press('Enter');
  }

  /** Taps the newest button with these labels, one after another; each tap is seen in the chat before the next. */
  async tap(...labels: string[]): Promise<void> {
    const chat = this.phone.locator('.messages');
    for (const label of labels) {
      const button = this.phone.locator('.keyboard').getByRole('button', { name: label, exact: true }).last();
      await button.waitFor({ timeout: PATIENCE_MS });
      const before = await chat.textContent();
      await button.click({ timeout: PATIENCE_MS });
      await expect.poll(() => chat.textContent(), { timeout: PATIENCE_MS, interval: 25 }).not.toBe(before);
    }
  }

  /** The newest message of the bot here that matches, as soon as there is one. */
  async reads(pattern: RegExp): Promise<string> {
    const found = this.phone.locator('.message.bots .text').filter({ hasText: pattern }).last();
    await found.waitFor({ timeout: PATIENCE_MS }).catch(async (cause: unknown) => {
      const all = await this.phone.locator('.message.bots .text').allTextContents();
      throw new Error(`nobody said ${pattern} here; the last:\n${all.slice(-4).join('\n---\n')}`, { cause });
    });
    return (await found.textContent()) ?? '';
  }

  /** Every message of the bot that stands here. */
  all(): Promise<string[]> {
    return this.phone.locator('.message.bots .text').allTextContents();
  }
}

/** Moves the clock by the page's own button and waits until all is quiet. */
export async function passTime(page: Page, language: Language, by: 'hour' | 'day' | 'next'): Promise<void> {
  const button = page.getByRole('button', { name: PAGE[language][by], exact: true });
  await button.click({ timeout: PATIENCE_MS });
  await page.locator('body.moving').waitFor({ state: 'detached', timeout: PATIENCE_MS });
  await button.and(page.locator(':enabled')).waitFor({ timeout: PATIENCE_MS });
}

/** Begins anew: everyone speaks the language of the page. */
export async function startOver(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: PAGE[language].reset, exact: true }).click();
  await page.locator('body.moving').waitFor({ timeout: PATIENCE_MS });
  await page.locator('body.moving').waitFor({ state: 'detached', timeout: PATIENCE_MS });
}
