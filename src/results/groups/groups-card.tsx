import type { ConsoleLocale } from '../../common/locale.js';
import { count, percent } from '../../console/formats.js';
import { Card } from '../../console/headings.js';
import { Table } from '../../console/tables.js';
import type { Group, Groups } from './people-by-group.service.js';
import { texts } from '../../common/texts.js';

interface Props {
  column: string;
  groups: Groups;
  locale: ConsoleLocale;
}

/** Who has taken part, by the values of one column of the list, as far as it may be shown. */
export function GroupsCard({ column, groups: { groups, countedAt }, locale }: Props) {
  const t = texts('results', locale).card;
  return (
    <Card title={t.title({ column })}>
      <p class="hint">
        {countedAt ? t.countedAt({ completed: count(countedAt.completed, locale) }) : t.notYet}
      </p>
      {groups.length === 0 ? (
        <p class="muted">{t.noGroups}</p>
      ) : (
        <Table
          caption={t.title({ column })}
          rows={groups}
          keyOf={({ value }) => value ?? ''}
          columns={[
            { label: t.value, heading: true, cell: (group) => nameOf(group, locale) },
            { label: t.invited, numeric: true, cell: ({ invited }) => count(invited, locale) },
            {
              label: t.completed,
              numeric: true,
              cell: ({ completed, reason }) =>
                completed === null ? reason && t.reasons[reason] : count(completed, locale),
            },
            { label: t.rate, numeric: true, cell: ({ rr1 }) => percent(rr1, locale) },
          ]}
        />
      )}
    </Card>
  );
}

function nameOf({ value, merged }: Group, locale: ConsoleLocale): string {
  const t = texts('results', locale);
  if (value === null) return t.none;
  return merged ? t.card.otherOf({ values: merged.map((each) => each || t.none).join(', ') }) : value;
}
