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
  story_beat(): string | undefined;
  next_story(): string | undefined;
  solved_with(): number | undefined;
  show(at: number): void;
  start_import(text: string, name?: string, translation?: string): string | undefined;
  show_beat(name: string): void;
  command(actions: string): string | undefined;
  continue_import(): boolean;
  events(): number;
};

/** The words of the page: see `text.js`. */
declare const words: {
  say(id: string, named?: Record<string, string | number>): string | undefined;
  complete(then: () => void): void;
  shell(): Promise<void>;
};

/** Fluent: see `web/vendor`. */
declare const FluentBundle: {
  FluentResource: new (catalog: string) => { body: { id: string; value: unknown; attributes: Record<string, unknown> }[] };
};

/** Loads the module of the gallery: see `index.html`. */
declare function loadGallery(): Promise<typeof import("../gallery/gallery.js")>;

/** Loads the module for frames and for the Embed dialog: see `index.html`. */
declare function loadEmbedding(): Promise<typeof import("../embedding/embedding.js")>;
