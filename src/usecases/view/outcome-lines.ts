import type { Text } from '../../domain/message.ts';
import type { Discipline } from '../../domain/outcome.ts';
import { MEMBER_FORMS, ORGANISATION_FORMS } from '../../domain/outcome.ts';
import { text } from '../said.ts';

/** Counts in words, organisations and members a line each; forms that nobody got are left out. */
export function disciplineLines({ organisations, members }: Discipline): [Text, Text] {
  return [
    organisations.total === 0
      ? text('result-organisations-none')
      : text('result-organisations', {
          total: organisations.total,
          parts: listed(ORGANISATION_FORMS.map((form) => partOf(form, organisations[form]))),
        }),
    members.total === 0
      ? text('result-members-none')
      : text('result-members', {
          total: members.total,
          parts: listed(MEMBER_FORMS.map((form) => partOf(form, members[form]))),
        }),
  ];
}

type Form = (typeof ORGANISATION_FORMS)[number] | (typeof MEMBER_FORMS)[number];

const partOf = (form: Form, count: number): Text | undefined =>
  count === 0 ? undefined : text(`result-part-${form}`, { count });

const listed = (parts: (Text | undefined)[]): Text =>
  parts.filter((part) => part !== undefined).reduce((a, b) => text('result-join', { a, b }));
