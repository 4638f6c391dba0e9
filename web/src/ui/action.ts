// One of the actions of a menu.

export type Action = {
  label: string;
  run?: () => void;
  href?: string;
  danger?: boolean;
  /** Of something that is on or off. */
  checked?: boolean;
  /** Whether the menu is still open after it. */
  stays?: boolean;
};
