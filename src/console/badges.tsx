import { Icon, type IconName } from './icons.js';

export type BadgeTone = 'calm' | 'good' | 'busy' | 'warn' | 'bad' | 'off';

/** A state in a word, with a drawing and a colour of its own. */
export function Badge({ tone, icon, label }: { tone: BadgeTone; icon: IconName; label: string }) {
  return (
    <span class={`badge badge-${tone}`}>
      <Icon name={icon} />
      {label}
    </span>
  );
}
