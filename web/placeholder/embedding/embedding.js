// What the page does in a frame of another page.
export function listen() {}
