/**
 * The drawings behind <Icon>: SVG markup by name. All are 24 × 24 and stroked by the class `i`, except the seals of the verification page
 * (64 × 64, filled). One star for every page: amber on paper, hollow to complete the five.
 */
export const drawings = {
  back: '<path d="M15 5l-7 7 7 7" />',
  camera: '<path d="M4 8h4l1.5-2.5h5L16 8h4v11H4z" /><circle cx="12" cy="13" r="3.5" />',
  chat: '<path d="M4 5h16v11H11l-5 4v-4H4z" />',
  check: '<path d="M5 12.5 9.7 17 19 7.5" />',
  clock: '<circle cx="12" cy="12" r="9" /><path d="M12 7v5.2l3.4 2" />',
  cross: '<path d="M6 6l12 12M18 6 6 18" />',
  doc: '<path d="M6 3h8l5 5v13H6z" /><path d="M14 3v5h5M9 13h7M9 17h7" />',
  down: '<path d="M5 9l7 7 7-7" />',
  done: '<circle cx="12" cy="12" r="10" fill="currentColor" stroke="none" /><path d="M7 12.4l3.4 3.3L17 8.8" stroke="var(--sheet)" />',
  download: '<path d="M12 4v11M7.5 11 12 15.5 16.5 11M4 20h16" />',
  filter: '<path d="M4 6h16M7 12h10M10 18h4" />',
  flag: '<path d="M5 21V4h13l-3 4.5 3 4.5H5" />',
  folder: '<path d="M3 6h7l2 3h9v10H3z" />',
  hourglass:
    '<path d="M6 3h12M6 21h12M7.5 3v3.5c0 2.5 4.5 3.5 4.5 5.5 0-2 4.5-3 4.5-5.5V3M7.5 21v-3.5c0-2.5 4.5-3.5 4.5-5.5 0 2 4.5 3 4.5 5.5V21" />',
  info: '<circle cx="12" cy="12" r="9" /><path d="M12 11v5.5M12 7.6v.1" />',
  lock: '<rect x="5" y="11" width="14" height="9" rx="1.5" /><path d="M8 11V8a4 4 0 0 1 8 0v3" />',
  menu: '<path d="M4 6h16M4 12h16M4 18h16" />',
  next: '<path d="M9 5l7 7-7 7" />',
  part: '<circle cx="12" cy="12" r="9" /><path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" stroke="none" />',
  pause: '<circle cx="12" cy="12" r="9" /><path d="M10 9v6M14 9v6" />',
  phone: '<path d="M5 4h4l1.5 5-2.5 1.5a11 11 0 0 0 5.5 5.5L15 13.5l5 1.5v4a1 1 0 0 1-1 1A15 15 0 0 1 4 5a1 1 0 0 1 1-1z" />',
  print: '<path d="M7 8V3h10v5M7 17H4V8h16v9h-3" /><path d="M7 14h10v7H7z" />',
  returned: '<path d="M10 6 5 11l5 5" /><path d="M5 11h9a5 5 0 0 1 0 10h-2" />',
  search: '<circle cx="10.5" cy="10.5" r="6.5" /><path d="M15.5 15.5 21 21" />',
  star: '<path d="M12.00 1.60 14.91 8.60 22.46 9.20 16.71 14.13 18.47 21.50 12.00 17.55 5.53 21.50 7.29 14.13 1.54 9.20 9.09 8.60z" />',
  stop: '<path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z" /><path d="M8 12h8" />',
  todo: '<circle cx="12" cy="12" r="9" stroke-dasharray="3.2 3.85" />',
  up: '<path d="M5 15l7-7 7 7" />',
  user: '<circle cx="12" cy="8" r="4" /><path d="M4 21c.8-4.5 4-6.5 8-6.5s7.2 2 8 6.5" />',
  warn: '<path d="M12 3.5 21.5 20h-19z" /><path d="M12 10v4.5M12 17.2v.1" />',
  'seal-ended':
    '<path d="M32 2 62 32 32 62 2 32z" /><path d="M23 19h18M23 45h18M26 19v4c0 5 6 6 6 9s-6 4-6 9v4M38 19v4c0 5-6 6-6 9s6 4 6 9v4" fill="none" stroke="var(--seal-in, var(--stone))" stroke-width="4" stroke-linecap="round" stroke-linejoin="round" />',
  'seal-unknown':
    '<circle cx="32" cy="32" r="28" fill="none" stroke="currentColor" stroke-width="4" stroke-dasharray="8 6.65" /><path d="M24 25a8.5 8.5 0 1 1 12 7.8c-2.7 1.3-4 3-4 6M32 46v.5" fill="none" stroke="currentColor" stroke-width="5" stroke-linecap="round" />',
  'seal-valid':
    '<path d="M32.0 4.6A6.2 6.2 0 0 1 43.9 7.3A6.2 6.2 0 0 1 53.4 14.9A6.2 6.2 0 0 1 58.7 25.9A6.2 6.2 0 0 1 58.7 38.1A6.2 6.2 0 0 1 53.4 49.1A6.2 6.2 0 0 1 43.9 56.7A6.2 6.2 0 0 1 32.0 59.4A6.2 6.2 0 0 1 20.1 56.7A6.2 6.2 0 0 1 10.6 49.1A6.2 6.2 0 0 1 5.3 38.1A6.2 6.2 0 0 1 5.3 25.9A6.2 6.2 0 0 1 10.6 14.9A6.2 6.2 0 0 1 20.1 7.3A6.2 6.2 0 0 1 32.0 4.6z" /><path d="M20 33.5l8.5 8.5L45 24" fill="none" stroke="var(--seal-in, var(--leaf))" stroke-width="6" stroke-linecap="round" stroke-linejoin="round" />',
  'seal-withdrawn':
    '<path d="M20 3h24l17 17v24L44 61H20L3 44V20z" /><path d="M19 32h26" fill="none" stroke="var(--seal-in, var(--clay))" stroke-width="7" stroke-linecap="round" />',
} as const

export type IconName = keyof typeof drawings
