/** Decoration only: what a step means is said by its number or words. */
export function Star() {
  return (
    <svg class="star" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M12 2.5l2.9 6.2 6.6.8-4.9 4.6 1.3 6.7L12 17.5l-5.9 3.3 1.3-6.7L2.5 9.5l6.6-.8z" />
    </svg>
  );
}

/** A face from sad (`mood` 0) to happy (1). */
export function Smiley({ mood }: { mood: number }) {
  const bend = Math.round((mood - 0.5) * 100) / 10;
  const edge = Math.round((15.5 - bend / 2) * 10) / 10;
  return (
    <svg class="smiley" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="10" />
      <path d={`M8.5 9v1M15.5 9v1M7.5 ${edge}q4.5 ${bend} 9 0`} />
    </svg>
  );
}
