import type { Message } from '../../domain/message.ts';
import type { Role } from '../../domain/side.ts';
import type { TextKey } from '../../locales/keys.ts';
import { act } from '../actions/index.ts';
import { button, message, text } from '../said.ts';
import type { Member, Work } from '../work.ts';
import type { Account } from './account.ts';
import { type Confirmers, confirmersOf } from './confirmers.ts';

/** The consent text: what is kept and why (C8), before anything else is asked. */
const consentMessage = (account: Account): Message =>
  message(
    [text('link-consent')],
    [
      button('button-link-agree', act('link.yes', { accountId: account.id }), 'primary'),
      button('button-link-decline', act('link.no', { accountId: account.id })),
      button('button-link-language', act('link.lang', { accountId: account.id })),
    ],
  );

/** What stays in the place of the consent text after "Đồng ý". */
export const consentedMessage = (): Message => message([text('link-consent'), text('link-consented')]);

const practiceMessage = (account: Account): Message =>
  message(
    [text('link-practice')],
    [button('button-link-practice', act('link.tap', { accountId: account.id }), 'primary')],
  );

const waitingMessage = (account: Account, { told, second }: Confirmers): Message =>
  message(
    [text(told.length === 0 ? 'link-waiting-operator' : second ? 'link-waiting-second' : 'link-waiting')],
    [button('button-data-withdraw', act('data.ask', { accountId: account.id }))],
  );

/** What a person whose account is not active yet is shown now: the step they stand at. */
export async function stepMessage(work: Work, account: Account): Promise<Message> {
  if (account.state === 'consenting') return consentMessage(account);
  if (account.state === 'practising') return practiceMessage(account);
  return waitingMessage(account, await confirmersOf(work, account));
}

const ROLE_TEXTS = {
  secretary: ['member-role-secretary', 'link-can-secretary'],
  member: ['member-role-member', 'link-can-member'],
  chair: ['member-role-chair', 'link-can-leader'],
  vice: ['member-role-vice', 'link-can-leader'],
  observer: ['member-role-observer', 'link-can-observer'],
} as const satisfies Record<Role, [TextKey, TextKey]>;

/** The name of a role on screen. */
export const roleText = (role: Role) => text(ROLE_TEXTS[role][0]);

/** Said once an account is active: what the role can do; a đầu mối gets the three steps of the first run. */
export function welcomeMessage(name: string, members: Member[]): Message {
  const abilities = new Set(members.map(({ role }) => ROLE_TEXTS[role][1]));
  const isSecretary = members.some(({ role }) => role === 'secretary');
  return message(
    [
      text('link-welcome', { name }),
      ...[...abilities].map((key) => text(key)),
      text('link-welcome-more'),
      isSecretary && text('link-steps'),
    ],
    isSecretary
      ? [
          button('button-step-invite', act('moi.pairs', { page: 0 }), 'primary'),
          button('button-step-group', act('link.group')),
          button('button-step-plan', act('link.plan')),
        ]
      : [],
  );
}
