import type { ComponentChildren } from 'preact';

interface TileProps {
  label: string;
  value: string;
  /** What the number means, in plain words. */
  meaning?: ComponentChildren;
  strong?: boolean;
}

/** One number that matters, and what it means. */
export function Tile({ label, value, meaning, strong = false }: TileProps) {
  return (
    <div class={strong ? 'tile tile-strong' : 'tile'}>
      <p class="tile-label">{label}</p>
      <p class="tile-value">{value}</p>
      {meaning && <p class="tile-meaning">{meaning}</p>}
    </div>
  );
}

/** Numbers side by side; `dense` where they need no explanation. */
export function Tiles({ dense = false, children }: { dense?: boolean; children: ComponentChildren }) {
  return <div class={dense ? 'tiles tiles-dense' : 'tiles'}>{children}</div>;
}

export interface BarPart {
  label: string;
  count: number;
  tone: 'good' | 'busy' | 'busy-light' | 'warn' | 'bad' | 'off';
}

interface BarProps {
  /** What the bar shows, with its numbers. */
  label: string;
  parts: readonly BarPart[];
  total: number;
}

/** How a whole is divided, drawn to scale; the label says the same in words. */
export function Bar({ label, parts, total }: BarProps) {
  let x = 0;
  const drawn = parts
    .filter((part) => part.count > 0 && total > 0)
    .map((part) => {
      const width = (part.count / total) * 100;
      const at = x;
      x += width;
      return <rect key={part.label} class={`bar-${part.tone}`} x={at} y="0" width={width} height="4" />;
    });
  return (
    <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect class="bar-ground" x="0" y="0" width="100" height="4" />
      {drawn}
    </svg>
  );
}

/** Where one stands on the way through several steps. */
export function Stepper({ steps, current }: { steps: readonly string[]; current: number }) {
  return (
    <ol class="stepper">
      {steps.map((step, index) => (
        <li
          key={step}
          class={index < current ? 'step-done' : undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          {step}
        </li>
      ))}
    </ol>
  );
}
