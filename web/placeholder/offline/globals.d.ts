// What the worker finds, of which the types of web workers in general say nothing.

/** A digest of all files. */
declare const BUILD: string;
/** The address of each file, relative to the page, and the digest of its content. */
declare const FILES: Record<string, string>;

declare const registration: ServiceWorkerRegistration;
declare const clients: Clients;
declare function skipWaiting(): Promise<void>;
declare function addEventListener(type: "install" | "activate", listen: (event: ExtendableEvent) => void): void;
declare function addEventListener(type: "fetch", listen: (event: FetchEvent) => void): void;
