// What the page's scripts find in the window.

/** The program: see `web/src/share.rs`. */
declare const wasmBindings: {
  hold(): void;
  play(): void;
  notify(sentence: string): void;
  refuse(sentence: string): void;
  title(): string;
  script(title: string): string;
  story_moment(): number | undefined;
  show(at: number): void;
  start_import(text: string, name?: string): string | undefined;
  continue_import(): boolean;
  start_trace(form: string): string | undefined;
  next_trace_piece(): string | undefined;
};

/** The words of the page: see `text.js`. */
declare const words: {
  say(id: string, named?: Record<string, string | number>): string | undefined;
  ready(then: () => void): void;
};
