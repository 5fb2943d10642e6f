const paths = {
  back: 'M10 3 5 8l5 5',
  next: 'm6 3 5 5-5 5',
  check: 'm3 8.5 3.2 3.2L13 5',
  cross: 'm4 4 8 8m0-8-8 8',
  dot: 'M8 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z',
  clock: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Zm0 2.6V8l2.3 1.6',
  play: 'M5 3.4v9.2L12.4 8 5 3.4Z',
  pause: 'M5.5 3.5v9m5-9v9',
  question: 'M5.6 6a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.1.8-1.1 1.6m0 2.5v.1',
  alert: 'M8 2.2 14.4 13H1.6L8 2.2Zm0 4.2v3m0 1.9v.1',
  skip: 'm4 4 5 4-5 4V4Zm7.5 0v8',
  pencil: 'm3 13 .7-2.8 7-7 2.1 2.1-7 7L3 13Z',
  flag: 'M4 14V2.8c3-1.6 5 1.4 8.2 0v6.4c-3.2 1.4-5.2-1.6-8.2 0',
  lock: 'M4 7.2h8v6H4v-6Zm1.8 0V5a2.2 2.2 0 0 1 4.4 0v2.2',
  plus: 'M8 3v10M3 8h10',
  person: 'M8 2.5a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2ZM3 13.5c.4-2.6 2.3-3.8 5-3.8s4.6 1.2 5 3.8',
  mail: 'M2.2 4h11.6v8.4H2.2V4Zm0 .4L8 8.8l5.8-4.4',
} as const;

export type IconName = keyof typeof paths;

/** A small line drawing beside a word; never the only carrier of a meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** The mark of the product: what was sent out, coming back. */
export function ProductMark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
      <rect class="mark-ground" x="1" y="1" width="30" height="30" rx="8" />
      <path
        class="mark-line"
        d="M8 11h10.5a5.5 5.5 0 0 1 0 11H10m0 0 3.6-3.6M10 22l3.6 3.6"
        fill="none"
        stroke-width="2.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
