import type { ComponentChildren } from 'preact';
import { Card } from '../../console/headings.js';

interface Props {
  goes: { title: string; items: readonly string[] };
  stays: { title: string; items: readonly string[] };
  /** Said below what stays. */
  children?: ComponentChildren;
}

/** What an erasure deletes and what it keeps, in two columns. */
export function ErasureScope({ goes, stays, children }: Props) {
  return (
    <div class="two-columns">
      <Card title={goes.title}>
        <Items of={goes.items} />
      </Card>
      <Card title={stays.title}>
        <Items of={stays.items} />
        {children}
      </Card>
    </div>
  );
}

function Items({ of }: { of: readonly string[] }) {
  return (
    <ul>
      {of.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
