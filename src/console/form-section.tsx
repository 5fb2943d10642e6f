import type { ComponentChildren } from 'preact';
import { Card } from './headings.js';

interface Props {
  title?: string;
  children: ComponentChildren;
}

/** Fields of a form that belong together, on a card of their own. */
export function FormSection({ title, children }: Props) {
  return (
    <Card {...(title !== undefined && { title })}>
      <div class="form">{children}</div>
    </Card>
  );
}
