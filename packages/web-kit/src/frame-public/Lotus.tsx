const petals = [
  "M10.5 13.5c5 .8 8.2 2.9 10.2 6-3 5-2.8 11.6 1.3 18.3-9.2-3.3-14.6-12-11.5-24.3Z",
  "M37.5 13.5c-5 .8-8.2 2.9-10.2 6 3 5 2.8 11.6-1.3 18.3 9.2-3.3 14.6-12 11.5-24.3Z",
];
const leaves =
  "M3 27c4.2-1.3 7-1.2 9.2-.2 1.2 5 4.5 9 9.8 11.5C13.2 40.6 5.4 36.6 3 27Zm42 0c-4.2-1.3-7-1.2-9.2-.2-1.2 5-4.5 9-9.8 11.5 8.8 2.3 16.6-1.7 19-11.3Z";

/** The mark: a lotus on its leaves. Decoration; the name stands beside it. */
export const Lotus = ({ size = 30 }: { readonly size?: number }) => (
  <svg viewBox="0 0 48 48" width={size} height={size} aria-hidden="true" focusable="false">
    <path d="M24 6c5.2 5.6 7.6 11.2 7.6 16.8 0 6-3 11.2-7.6 15.2-4.6-4-7.6-9.2-7.6-15.2C16.4 17.2 18.8 11.6 24 6Z" fill="var(--lx-lotus)" />
    {petals.map((shape) => (
      <path key={shape} d={shape} fill="var(--lx-lotus)" opacity=".62" />
    ))}
    <path d={leaves} fill="var(--lx-primary)" />
  </svg>
);
